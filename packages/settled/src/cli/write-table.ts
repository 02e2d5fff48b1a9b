import type { TextSink } from "./cli-io.ts";
import {
  cutLine,
  LINE_WIDTH,
  paint,
  plainLine,
  type TextColour,
  wrapText,
} from "./terminal-text.ts";

export interface TableColumn {
  readonly title: string;
  /** Gives way, down to this width, where the line would be too long. */
  readonly widthMin?: number;
}

export interface TableCell {
  readonly text: string;
  readonly colour?: TextColour;
}

const GAP = "  ";
/** Room for an id, the longest state and an operation type in full: what is cut cannot be typed again. */
const TABLE_WIDTH = 120;

/** Columns side by side, at most 120 characters wide. Texts are made plain here, whatever they hold. */
export function writeTable(
  sink: TextSink,
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
): void {
  const plain = rows.map((row) => row.map((cell) => ({ ...cell, text: plainLine(cell.text) })));
  const widths = fitWidths(columns, plain);
  const write = (cells: readonly TableCell[]) => {
    const shown = cells.map(({ text, colour }, at) => {
      const cut = cutLine(text, widths[at] ?? 0);
      const padded = at === cells.length - 1 ? cut : pad(cut, widths[at] ?? 0);
      return colour === undefined ? padded : paint(sink, colour, padded);
    });
    sink.write(`${shown.join(GAP).trimEnd()}\n`);
  };
  write(columns.map(({ title }) => ({ text: title, colour: "dim" })));
  for (const row of plain) write(row);
}

/** Names on the left, texts wrapped on the right. Empty texts are left out. */
export function writeFields(
  sink: TextSink,
  fields: readonly (readonly [name: string, text: string])[],
): void {
  const shown = fields.filter(([, text]) => text !== "");
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  for (const [name, text] of shown) {
    const room = LINE_WIDTH - width - GAP.length;
    wrapText(plainLine(text), room).forEach((line, at) => {
      const label = pad(at === 0 ? name : "", width);
      sink.write(`${paint(sink, "dim", label)}${GAP}${line}\n`);
    });
  }
}

function fitWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
): readonly number[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => Array.from(row[at]?.text ?? "").length)),
  );
  const gaps = GAP.length * (columns.length - 1);
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const over = widths.reduce((sum, width) => sum + width, gaps) - TABLE_WIDTH;
    const widthMin = columns[at]?.widthMin;
    if (over <= 0) break;
    if (widthMin === undefined) continue;
    widths[at] = Math.min(widths[at] ?? 0, Math.max(widthMin, (widths[at] ?? 0) - over));
  }
  return widths;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(width - Array.from(text).length, 0));
}
