import { lazy, Suspense, useState } from "react";
import type { ListedRun } from "../../api/run-shape.ts";
import type { RunsQuestion } from "../runs-query.ts";
import { BulkProgress } from "./bulk-progress.tsx";
import type { BulkAction, BulkRange } from "./bulk-wish.ts";
import { SelectionBar } from "./selection-bar.tsx";

const BulkDialog = lazy(async () => ({ default: (await import("./bulk-dialog.tsx")).BulkDialog }));

interface Wanted {
  readonly action: BulkAction;
  readonly range: BulkRange;
}

/** Actions on many runs: what is selected, the question whether it is meant, and how far it has come. */
export function BulkDesk({
  question,
  selected,
  isFound,
  onClear,
}: {
  readonly question: RunsQuestion;
  readonly selected: readonly ListedRun[];
  readonly isFound: boolean;
  onClear(): void;
}) {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [startedId, setStartedId] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const range: BulkRange = isAll
    ? { kind: "found", parameters: question.parameters }
    : { kind: "selected", runs: selected };
  const isShown = selected.length > 0 && isFound;
  return (
    <>
      {isShown ? (
        <SelectionBar
          workspace={question.workspace}
          count={selected.length}
          isAll={isAll}
          onAll={setAll}
          onAct={(action) => setWanted({ action, range })}
          onClear={() => {
            setAll(false);
            onClear();
          }}
        />
      ) : null}
      {wanted === null ? null : (
        <Suspense>
          <BulkDialog
            workspace={question.workspace}
            {...wanted}
            onClose={() => setWanted(null)}
            onStarted={(id) => {
              setWanted(null);
              setStartedId(id);
              setAll(false);
              onClear();
            }}
          />
        </Suspense>
      )}
      {startedId === null ? null : (
        <BulkProgress
          key={startedId}
          workspace={question.workspace}
          id={startedId}
          onDismiss={() => setStartedId(null)}
        />
      )}
    </>
  );
}
