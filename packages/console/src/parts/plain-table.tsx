import type { ReactNode } from "react";

export interface PlainColumn<Row> {
  readonly name: string;
  /** The name of a column of buttons is heard and not seen. */
  readonly isAction?: boolean;
  /** Its cells name their row. */
  readonly isRowName?: boolean;
  /** Figures stand below each other, ones under ones. */
  readonly isNumber?: boolean;
  readonly className?: string;
  render(row: Row): ReactNode;
}

interface PlainTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  /** Free to its edges, or within the padding of a card, where many columns need a wide window. */
  readonly look?: keyof typeof LOOKS;
  /** For a table that stands below one with the same heads. */
  readonly isHeadHidden?: boolean;
  keyOf(row: Row): string;
}

/** Below a width of the window each row is a list, in which every cell bears its head. */
const LOOKS = {
  free: {
    table: "max-md:block",
    head: "whitespace-nowrap max-md:sr-only",
    row: "bg-card hover:bg-sunken max-md:block max-md:py-2",
    cell: "px-2.5 py-2 first:pl-3 last:pr-3",
    fold: "max-md:flex max-md:gap-2 max-md:py-0.5 max-md:pl-3 max-md:text-left max-md:before:w-28 max-md:before:shrink-0 max-md:before:text-soft max-md:before:content-[attr(data-label)] max-md:empty:hidden",
  },
  inCard: {
    table: "max-sm:block",
    head: "max-sm:sr-only",
    row: "max-sm:block max-sm:py-1.5",
    cell: "px-2.5 py-1.5 first:pl-0 last:pr-0",
    fold: "max-sm:flex max-sm:gap-2 max-sm:px-0 max-sm:py-0.5 max-sm:text-left max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:text-soft max-sm:before:content-[attr(data-label)] max-sm:empty:hidden",
  },
  wideInCard: {
    table: "max-lg:block",
    head: "max-lg:sr-only",
    row: "max-lg:block max-lg:py-2",
    cell: "px-2.5 py-1.5 first:pl-0 last:pr-0",
    fold: "max-lg:flex max-lg:gap-2 max-lg:px-0 max-lg:py-0.5 max-lg:text-left max-lg:before:w-32 max-lg:before:shrink-0 max-lg:before:text-soft max-lg:before:content-[attr(data-label)] max-lg:empty:hidden",
  },
} as const;

/** A table that only shows, with a name for those who do not see it; on a narrow screen it folds to lists. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { caption, columns, rows, look = "inCard", isHeadHidden = false, keyOf } = props;
  const { table, head, row: rowLook, cell } = LOOKS[look];
  return (
    <table className={`w-full border-collapse text-left ${table}`}>
      <caption className="sr-only">{caption}</caption>
      <thead className={isHeadHidden ? "sr-only" : head}>
        <tr>
          {columns.map(({ name, isAction, isNumber }) => (
            <th
              key={name}
              scope="col"
              className={`align-bottom text-small font-semibold text-soft ${cell} ${isNumber === true ? "text-right" : ""}`}
            >
              {isAction === true ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={table}>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={`border-t border-line print:break-inside-avoid ${rowLook}`}
          >
            {columns.map((column) => (
              <PlainCell key={column.name} column={column} row={row} look={look} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PlainCellProps<Row> {
  readonly column: PlainColumn<Row>;
  readonly row: Row;
  readonly look: keyof typeof LOOKS;
}

function PlainCell<Row>({ column, row, look }: PlainCellProps<Row>) {
  const { name, isAction, isRowName, isNumber, className = "" } = column;
  const content = column.render(row);
  const Cell = isRowName === true ? "th" : "td";
  const align = isNumber === true ? "text-right tabular-nums" : "text-left";
  const actions = isAction === true ? "flex flex-wrap gap-1.5 md:justify-end lg:flex-nowrap" : "";
  return (
    <Cell
      {...(isRowName === true ? { scope: "row" } : {})}
      data-label={isAction === true ? "" : name}
      className={`align-top font-normal ${LOOKS[look].cell} ${align} ${LOOKS[look].fold} ${className}`}
    >
      {content === null ? null : <div className={`min-w-0 break-words ${actions}`}>{content}</div>}
    </Cell>
  );
}
