import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import type { ListedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { OPTIONAL_COLUMNS, type OptionalColumn } from "./column-choice.ts";
import { CELL_LABELS, RUN_COLUMNS, RUN_TABLE_FEATURES } from "./run-columns.tsx";
import { RunRow } from "./run-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";

interface RunsTableProps {
  /** By which the place in this list is found again. */
  readonly list: string;
  readonly runs: readonly ListedRun[];
  readonly columns: readonly OptionalColumn[];
  readonly selection: RowSelectionState;
  readonly onSelect: Dispatch<SetStateAction<RowSelectionState>>;
  onEnd(): void;
}

const CELL =
  "px-2.5 py-2 align-top in-data-[density=dense]:py-1 max-md:flex max-md:gap-2 max-md:px-3 max-md:py-0.5 max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-small max-md:before:text-soft max-md:before:content-[attr(data-label)] max-md:not-data-label:before:hidden max-md:has-[>div:empty]:hidden";
/** On a narrow screen the box to tick stands beside the card rather than in a line of its own. */
const SELECT_CELL = "max-md:absolute max-md:top-2.5 max-md:left-0 max-md:before:hidden";

/** Runs as rows, newest first; on a narrow screen each is a card. */
export function RunsTable({ list, runs, columns, selection, onSelect, onEnd }: RunsTableProps) {
  const data = useMemo(() => [...runs], [runs]);
  const table = useTable({
    features: RUN_TABLE_FEATURES,
    columns: RUN_COLUMNS,
    data,
    getRowId: (run) => run.id,
    state: {
      rowSelection: selection,
      columnVisibility: Object.fromEntries(
        OPTIONAL_COLUMNS.map((name) => [name, columns.includes(name)]),
      ),
    },
    onRowSelectionChange: onSelect,
  });
  const { currentId, choose } = useRowKeys({
    list,
    runs,
    toggle: (id) => table.getRow(id).toggleSelected(),
    clear: () => {
      onSelect({});
      return Object.keys(selection).length > 0;
    },
    onEnd,
  });
  return (
    <div className="overflow-x-auto">
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
              onChoose={() => choose(row.id)}
            >
              {row.getVisibleCells().map((cell) => (
                <td
                  key={cell.id}
                  data-label={CELL_LABELS.get(cell.column.id)}
                  className={`${CELL} ${cell.column.id === "select" ? SELECT_CELL : ""}`}
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
  );
}
