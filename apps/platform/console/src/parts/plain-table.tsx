import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Figures stand below each other, ones under ones. */
  readonly isNumber?: boolean;
  render(row: Row): ReactNode;
}

interface PlainTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Below this width of the window each row is a list, in which every cell bears its head. */
  readonly foldsBelow?: keyof typeof FOLDS;
  /** For a table that stands below one with the same heads. */
  readonly isHeadHidden?: boolean;
  keyOf(row: Row): string;
}

const FOLDS = {
  sm: {
    table: "max-sm:block",
    head: "max-sm:sr-only",
    row: "max-sm:block max-sm:py-1.5",
    cell: "max-sm:flex max-sm:gap-2 max-sm:px-0 max-sm:py-0.5 max-sm:text-left max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:text-soft max-sm:before:content-[attr(data-label)]",
  },
  lg: {
    table: "max-lg:block",
    head: "max-lg:sr-only",
    row: "max-lg:block max-lg:py-2",
    cell: "max-lg:flex max-lg:gap-2 max-lg:px-0 max-lg:py-0.5 max-lg:text-left max-lg:before:w-32 max-lg:before:shrink-0 max-lg:before:text-soft max-lg:before:content-[attr(data-label)]",
  },
} as const;

/** A plain table with a name for those who do not see it; on a narrow screen it folds to lists. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { caption, columns, rows, foldsBelow = "sm", isHeadHidden = false, keyOf } = props;
  const fold = FOLDS[foldsBelow];
  return (
    <table className={`w-full border-collapse text-left ${fold.table}`}>
      <caption className="sr-only">{caption}</caption>
      <thead className={isHeadHidden ? "sr-only" : fold.head}>
        <tr>
          {columns.map(({ id, head, isNumber }) => (
            <th
              key={id}
              scope="col"
              className={`px-2.5 py-1.5 align-bottom text-small font-semibold text-soft first:pl-0 last:pr-0 ${isNumber === true ? "text-right" : ""}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={fold.table}>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={`border-t border-line print:break-inside-avoid ${fold.row}`}
          >
            {columns.map(({ id, head, isNumber, render }) => (
              <td
                key={id}
                data-label={head}
                className={`px-2.5 py-1.5 align-top first:pl-0 last:pr-0 ${fold.cell} ${isNumber === true ? "text-right tabular-nums" : ""}`}
              >
                <div className="min-w-0 break-words">{render(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
