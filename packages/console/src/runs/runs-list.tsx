import type { RowSelectionState } from "@tanstack/react-table";
import { ArrowUp } from "lucide-react";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { SparingRegion } from "../live/sparing-region.tsx";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { BulkDesk } from "./bulk/bulk-desk.tsx";
import type { OptionalColumn } from "./column-choice.ts";
import { NoRuns } from "./no-runs.tsx";
import { RunsTable } from "./runs-table.tsx";
import type { ViewName } from "./runs-view.ts";
import type { LiveRuns } from "./use-live-runs.ts";
import { useFocusWhenDrawn } from "./use-focus-when-drawn.ts";
import { type RunsQuestion, runsKey } from "./runs-query.ts";
import { useRuns } from "./use-runs.ts";

const NO_RUNS: readonly ListedRun[] = [];

interface RunsListProps {
  readonly question: RunsQuestion;
  readonly live: LiveRuns;
  readonly columns: readonly OptionalColumn[];
  readonly selection: RowSelectionState;
  readonly onSelect: Dispatch<SetStateAction<RowSelectionState>>;
  readonly view: ViewName;
  readonly isNarrowed: boolean;
  onClear(): void;
}

/** The runs that are asked for, page by page. Live updates change rows where they stand; new ones wait to be asked for. */
export function RunsList(props: RunsListProps) {
  const { question, live, columns, selection, onSelect, view, isNarrowed, onClear } = props;
  const found = useRuns(question);
  const runs = useMemo(
    () => found.data?.pages.flatMap((page) => [...page.runs]) ?? NO_RUNS,
    [found.data],
  );
  const selected = useMemo(
    () => runs.filter(({ id }) => selection[id] === true),
    [runs, selection],
  );
  const focusWhenDrawn = useFocusWhenDrawn();
  const showOlder = async () => {
    if (!found.hasNextPage || found.isFetchingNextPage) return;
    const { data } = await found.fetchNextPage();
    const next = data?.pages.flatMap((page) => page.runs)[runs.length];
    if (next !== undefined) focusWhenDrawn(next.id);
  };
  return (
    <>
      <BulkDesk
        question={question}
        selected={selected}
        isFound={runs.length > 0}
        onClear={() => onSelect({})}
      />
      <Fresh live={live} onShown={focusWhenDrawn} />
      {found.isPending ? (
        <LoadingState rows={12} />
      ) : found.isError && runs.length === 0 ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : runs.length === 0 ? (
        <NoRuns view={view} isNarrowed={isNarrowed} onClear={onClear} />
      ) : (
        <>
          <RunsTable
            list={JSON.stringify(runsKey(question))}
            runs={runs}
            columns={columns}
            selection={selection}
            onSelect={onSelect}
            onEnd={() => void showOlder()}
          />
          {found.isFetchNextPageError ? <ProblemNote isOfReading error={found.error} /> : null}
          <div className="flex justify-center py-4">
            {found.hasNextPage ? (
              <Button aria-disabled={found.isFetchingNextPage} onClick={() => void showOlder()}>
                {message("runs.older")}
              </Button>
            ) : (
              <p className="text-small text-soft">{message("runs.end")}</p>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** What has come to belong to the list; shown when it is asked for, and said now and then. */
function Fresh({ live, onShown }: { readonly live: LiveRuns; onShown(newest: string): void }) {
  const { fresh, changed } = live;
  return (
    <>
      <SparingRegion
        text={fresh + changed === 0 ? "" : message("live.heard", { fresh, changed })}
      />
      {fresh === 0 ? null : (
        <div className="sticky top-14 z-10 flex h-0 justify-center">
          <Button
            look="main"
            className="mt-1 rounded-full px-3.5 shadow-md"
            onClick={() => void showOnTop(live, onShown)}
          >
            <ArrowUp aria-hidden="true" size={14} />
            {message("live.new", { count: fresh })}
          </Button>
        </div>
      )}
    </>
  );
}

/** The button goes with what it told of: the focus goes on with the newest run. */
async function showOnTop(
  { showFresh }: LiveRuns,
  onShown: (newest: string) => void,
): Promise<void> {
  try {
    const newest = await showFresh();
    scrollTo({ top: 0 });
    if (newest !== null) onShown(newest);
  } catch {
    // What is shown stays; the line says by itself that it is down.
  }
}
