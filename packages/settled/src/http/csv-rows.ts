import { stringify } from "csv-stringify/sync";

/**
 * Lines of CSV after RFC 4180, every cell quoted. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe in its place.
 */
export function csvRows(rows: readonly (readonly (string | null)[])[]): string {
  return stringify([...rows], { escape_formulas: true, quoted: true, record_delimiter: "\r\n" });
}
