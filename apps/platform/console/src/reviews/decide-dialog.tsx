import { DialogFrame } from "settled-console/app";
import type { EnvironmentPlace } from "../environments/places.ts";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { text } from "../text.ts";
import { DecideForm } from "./decide-form.tsx";
import { DecisionHistory } from "./decision-history.tsx";
import { FindingFacts } from "./finding-facts.tsx";
import type { FindingLine, IntactReview } from "./review-shape.ts";

interface DecideDialogProps {
  readonly place: EnvironmentPlace;
  readonly review: IntactReview;
  readonly line: FindingLine;
  readonly isOpen: boolean;
  onClose(): void;
  onDecided(): void;
}

/** One finding: what it is, what people decided about it so far, and what is decided now. */
export function DecideDialog(props: DecideDialogProps) {
  const { place, review, line, isOpen, onClose, onDecided } = props;
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title={line.policy} detail={line.sentence}>
      <p className="flex flex-wrap items-center gap-2">
        <SeverityMark severity={line.severity} />
        <span>{text(`kind.${line.kind}`)}</span>
        {line.weakened ? <b className="text-bad">{text("finding.weakened")}</b> : null}
      </p>
      <FindingFacts line={line} />
      <DecisionHistory place={place} finding={line.finding_key} />
      <DecideForm place={place} review={review} line={line} onDecided={onDecided} />
    </DialogFrame>
  );
}
