import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { Inbox, PartyPopper, SearchX } from "lucide-react";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { LoadingState } from "../parts/loading-state.tsx";
import { ProblemState } from "../parts/problem-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { OPTIONAL_COLUMNS, RUN_COLUMNS, RUN_TABLE_FEATURES } from "./run-columns.tsx";
import { RunRow } from "./run-row.tsx";
import type { ViewName } from "./runs-view.ts";
import type { LiveRuns } from "./use-live-runs.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { type RunsQuestion, useRuns } from "./use-runs.ts";

/** Where the columns stand below each other, each cell says what it is. */
const CELL_LABELS = new Map(
  RUN_COLUMNS.map(({ id, header }) => [id, typeof header === "string" ? header : ""]),
);
const NO_RUNS: ListedRun[] = [];
const HIDDEN = Object.fromEntries(OPTIONAL_COLUMNS.map((name) => [name, false]));

interface RunsTableProps {
  readonly question: RunsQuestion;
  readonly live: LiveRuns;
  readonly selection: RowSelectionState;
  readonly onSelect: Dispatch<SetStateAction<RowSelectionState>>;
  readonly view: ViewName;
  readonly isNarrowed: boolean;
  onClear(): void;
}

/** A page of runs, newest first. Live updates change rows where they stand; new ones wait to be asked for. */
export function RunsTable(props: RunsTableProps) {
  const { question, live, selection, onSelect, view, isNarrowed, onClear } = props;
  const found = useRuns(question);
  const runs = useMemo(
    () => found.data?.pages.flatMap((page) => [...page.runs]) ?? NO_RUNS,
    [found.data],
  );
  const table = useTable({
    features: RUN_TABLE_FEATURES,
    columns: RUN_COLUMNS,
    data: runs,
    getRowId: (run) => run.id,
    initialState: { columnVisibility: HIDDEN },
    state: { rowSelection: selection },
    onRowSelectionChange: onSelect,
  });
  const { currentId } = useRowKeys(runs, (id) => table.getRow(id).toggleSelected());
  if (found.isPending) return <LoadingState rows={12} />;
  if (found.isError)
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (runs.length === 0) return <NoRuns view={view} isNarrowed={isNarrowed} onClear={onClear} />;
  return (
    <>
      {live.fresh === 0 ? null : (
        <Button look="main" className="mt-2 w-full" onClick={live.showFresh}>
          {message("live.new.show", { count: live.fresh })}
        </Button>
      )}
      <div>
        <table className="w-full border-collapse text-left max-md:block">
          <caption className="sr-only">{message("runs.caption")}</caption>
          <thead className="max-md:sr-only">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    className="px-2.5 py-2 text-small font-semibold whitespace-nowrap text-soft"
                  >
                    <table.FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody className="max-md:block">
            {table.getRowModel().rows.map((row) => (
              <RunRow
                key={row.id}
                run={row.original}
                isCurrent={row.id === currentId}
                isSelected={row.getIsSelected()}
              >
                {row.getVisibleCells().map((cell) => (
                  <td
                    key={cell.id}
                    data-label={CELL_LABELS.get(cell.column.id)}
                    className="px-2.5 py-2 align-top max-md:flex max-md:gap-2 max-md:py-0.5 max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-soft max-md:before:content-[attr(data-label)]"
                  >
                    <div className="min-w-0">
                      <table.FlexRender cell={cell} />
                    </div>
                  </td>
                ))}
              </RunRow>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex justify-center py-4">
        {found.hasNextPage ? (
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {message("runs.older")}
          </Button>
        ) : (
          <p className="text-small text-soft">{message("runs.end")}</p>
        )}
      </div>
    </>
  );
}

function NoRuns({
  view,
  isNarrowed,
  onClear,
}: Pick<RunsTableProps, "view" | "isNarrowed" | "onClear">) {
  if (isNarrowed) {
    return (
      <StateFrame
        Icon={SearchX}
        title={message("runs.none.title")}
        detail={message("runs.none.detail")}
      >
        <Button onClick={onClear}>{message("runs.none.clear")}</Button>
      </StateFrame>
    );
  }
  return view === "needs_person" ? (
    <StateFrame
      Icon={PartyPopper}
      title={message("runs.calm.title")}
      detail={message("runs.calm.detail")}
    />
  ) : (
    <StateFrame
      Icon={Inbox}
      title={message("runs.empty.title")}
      detail={message("runs.empty.detail")}
    />
  );
}
