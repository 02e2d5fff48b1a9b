import type { Block, Column } from "../brief/block.ts";
import { INK } from "./ink.ts";
import { drawLines, structOptions } from "./draw-text.ts";
import {
  asArtifact,
  CONTENT_WIDTH,
  ensureRoom,
  type Lettering,
  PAGE,
  type PdfElement,
  type Sheet,
} from "./sheet.ts";
import { type WrappedText, wrapText } from "./wrap-text.ts";

const CELL_PADDING = 5;
const CELL_LINES_MAX = 4;
const HEAD: Lettering = { size: 8, weight: "bold", colour: INK.soft };
const CELL: Lettering = { size: 8.5 };

type TableBlock = Extract<Block, { kind: "table" }>;

interface PlacedCell {
  readonly text: string;
  readonly x: number;
  readonly lettering: Lettering;
  readonly wrapped: WrappedText;
}

/** A table drawn by hand, a row at a time: a row is never torn, and its head stands again on a new page. */
export function drawTable(sheet: Sheet, block: TableBlock): void {
  const { pdf, root } = sheet;
  const table = pdf.struct("Table", { title: block.caption });
  root.add(table);
  const head = placeRow(
    sheet,
    block,
    block.columns.map((column) => column.head),
    "head",
  );
  const rows = block.rows.map((row) => placeRow(sheet, block, row, "cell"));
  const first = rows[0] === undefined ? 0 : rowHeight(rows[0]);
  ensureRoom(sheet, rowHeight(head) + first);
  drawRow(sheet, table, head, "TH");
  for (const row of rows) {
    if (ensureRoom(sheet, rowHeight(row))) drawHeadAgain(sheet, head);
    drawRow(sheet, table, row, "TD");
  }
  table.end();
  pdf.y += 4;
}

/** Room that a heading needs so that it does not stand alone above the fold. */
export function tableBeginHeight(sheet: Sheet, block: TableBlock): number {
  const [first] = block.rows;
  const head = placeRow(
    sheet,
    block,
    block.columns.map((column) => column.head),
    "head",
  );
  return (
    rowHeight(head) + (first === undefined ? 0 : rowHeight(placeRow(sheet, block, first, "cell")))
  );
}

function placeRow(
  sheet: Sheet,
  { columns }: TableBlock,
  texts: readonly string[],
  kind: "head" | "cell",
): readonly PlacedCell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = PAGE.margin;
  return columns.map((column, index) => {
    const width = (CONTENT_WIDTH * column.share) / shares;
    const text = texts[index] ?? "";
    const lettering = kind === "head" ? HEAD : cellLettering(column, text);
    const place = { ...lettering, width: width - 2 * CELL_PADDING, linesMax: CELL_LINES_MAX };
    const cell = { text, x: x + CELL_PADDING, lettering, wrapped: wrapText(sheet, text, place) };
    x += width;
    return cell;
  });
}

const SEVERITY_INK: Readonly<Record<string, string>> = {
  High: INK.bad,
  Medium: INK.care,
  Low: INK.plain,
};

function cellLettering({ look }: Column, text: string): Lettering {
  if (look === undefined) return CELL;
  switch (look) {
    case "strong":
      return { ...CELL, weight: "bold" };
    case "severity":
      return { ...CELL, weight: "bold", colour: SEVERITY_INK[text] ?? INK.soft };
  }
}

function rowHeight(cells: readonly PlacedCell[]): number {
  return Math.max(...cells.map(({ wrapped }) => wrapped.height)) + 2 * CELL_PADDING;
}

function drawRow(
  sheet: Sheet,
  table: PdfElement,
  cells: readonly PlacedCell[],
  tag: "TH" | "TD",
): void {
  const { pdf } = sheet;
  const { y } = pdf;
  const height = rowHeight(cells);
  asArtifact(sheet, () => drawGround(sheet, { y, height, isHead: tag === "TH" }));
  const row = pdf.struct("TR");
  table.add(row);
  for (const cell of cells) {
    const element = pdf.struct(
      tag,
      structOptions(sheet, cell.text, tag === "TH" ? "Column" : undefined),
      [() => drawLines(sheet, cell.wrapped, { ...cell.lettering, x: cell.x, y: y + CELL_PADDING })],
    );
    row.add(element);
  }
  row.end();
  pdf.y = y + height;
}

/** Said once already, so the second time it is furniture of the page. */
function drawHeadAgain(sheet: Sheet, cells: readonly PlacedCell[]): void {
  const { y } = sheet.pdf;
  const height = rowHeight(cells);
  asArtifact(sheet, () => {
    drawGround(sheet, { y, height, isHead: true });
    for (const cell of cells) {
      drawLines(sheet, cell.wrapped, { ...cell.lettering, x: cell.x, y: y + CELL_PADDING });
    }
  });
  sheet.pdf.y = y + height;
}

function drawGround(
  { pdf }: Sheet,
  row: { readonly y: number; readonly height: number; readonly isHead: boolean },
): void {
  const { y, height } = row;
  if (row.isHead) pdf.rect(PAGE.margin, y, CONTENT_WIDTH, height).fill(INK.faint);
  pdf
    .moveTo(PAGE.margin, y + height)
    .lineTo(PAGE.margin + CONTENT_WIDTH, y + height)
    .lineWidth(0.5)
    .strokeColor(INK.rule)
    .stroke();
}
