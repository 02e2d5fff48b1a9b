import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EnvironmentPlace } from "../environments/places.ts";
import type { FindingLine, IntactReview } from "./review-shape.ts";

const DecideDialog = lazy(async () => ({
  default: (await import("./decide-dialog.tsx")).DecideDialog,
}));

interface Decide {
  /** Opens the question about a finding. */
  ask(line: FindingLine): void;
  readonly dialog: ReactNode;
}

/** The one dialog by which decisions about the findings of a review are made. */
export function useDecide(
  place: EnvironmentPlace,
  review: IntactReview,
  onDecided: () => void,
): Decide {
  const [line, setLine] = useState<FindingLine | null>(null);
  const [isOpen, setOpen] = useState(false);
  const ask = (asked: FindingLine) => {
    setLine(asked);
    setOpen(true);
  };
  const dialog =
    line === null ? null : (
      <Suspense>
        <DecideDialog
          key={line.finding_key}
          place={place}
          review={review}
          line={line}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          onDecided={onDecided}
        />
      </Suspense>
    );
  return { ask, dialog };
}
