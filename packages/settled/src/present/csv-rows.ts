import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null;

const CONTROLS =
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/**
 * Lines of CSV after RFC 4180, every cell quoted. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe in its place.
 */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(plainCell)),
    { quoted: true, quoted_empty: true, escape_formulas: true, record_delimiter: "windows" },
  );
}

/** Blanks in front would hide the beginning of a formula. */
function plainCell(cell: Cell): string {
  return String(cell ?? "")
    .toWellFormed()
    .replace(CONTROLS, "")
    .trimStart();
}
