const BOM = "\uFEFF";
/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width. */
const FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

export type CsvCell = string | number | boolean | null;

/** A table as CSV for spreadsheets: UTF-8 with its mark, CRLF, everything quoted, and no cell that is a formula. */
export function csvText(heads: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(csvCell).join(","));
  return `${BOM}${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  // Numbers and truth values are ours, never what somebody wrote into a policy.
  if (typeof cell !== "string") return `"${cell === null ? "" : String(cell)}"`;
  const text = cell.toWellFormed().replace(CONTROLS, "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
