import type { ReactNode } from "react";
import { message } from "../messages/message.ts";

export interface PlainColumn<Row> {
  readonly name: string;
  /** The name of a column of buttons is heard and not seen. */
  readonly isAction?: boolean;
  /** Its cells name their row. */
  readonly isRowName?: boolean;
  readonly className?: string;
  cell(row: Row): ReactNode;
}

/** A table that only shows. On a narrow screen each row stands as a card, and each cell says what it is. */
export function PlainTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
}) {
  return (
    <table className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map(({ name, isAction }) => (
            <th
              key={name}
              scope="col"
              className="px-2.5 py-2 text-small font-semibold whitespace-nowrap text-soft first:pl-3 last:pr-3"
            >
              {isAction === true ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className="border-t border-line bg-card hover:bg-sunken max-md:block max-md:py-2"
          >
            {columns.map((column) => (
              <PlainCell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlainCell<Row>({ column, row }: { readonly column: PlainColumn<Row>; readonly row: Row }) {
  const { name, isAction, isRowName, className = "" } = column;
  const content = column.cell(row);
  const Cell = isRowName === true ? "th" : "td";
  return (
    <Cell
      {...(isRowName === true ? { scope: "row" } : {})}
      data-label={isAction === true ? "" : message("table.label", { name })}
      className={`px-2.5 py-2 text-left align-top font-normal first:pl-3 last:pr-3 max-md:flex max-md:gap-2 max-md:py-0.5 max-md:pl-3 max-md:before:w-28 max-md:before:shrink-0 max-md:before:text-soft max-md:before:content-[attr(data-label)] max-md:empty:hidden ${className}`}
    >
      {content === null ? null : (
        <div
          className={`min-w-0 ${isAction === true ? "flex flex-wrap gap-1.5 md:justify-end lg:flex-nowrap" : ""}`}
        >
          {content}
        </div>
      )}
    </Cell>
  );
}
