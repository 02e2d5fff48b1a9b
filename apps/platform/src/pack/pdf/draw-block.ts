import type { Block } from "../brief/block.ts";
import { barsHeight, drawBars } from "./draw-bars.ts";
import { drawTable, tableBeginHeight } from "./draw-table.ts";
import { drawText } from "./draw-text.ts";
import { INK } from "./ink.ts";
import {
  CONTENT_WIDTH,
  ensureRoom,
  type Lettering,
  PAGE,
  type PdfElement,
  type Sheet,
} from "./sheet.ts";
import { wrapText } from "./wrap-text.ts";

const HEADING = { size: 13, weight: "bold", colour: INK.accent } as const;
const BODY = { size: 9.5 } as const;
const NOTE = { size: 8, colour: INK.soft } as const;
const FACT_NAME_WIDTH = 96;
const BULLET_INDENT = 12;
const HEADING_HEIGHT = 40;

/** Draws one block; what follows a heading is known, so that no heading stands alone at the foot of a page. */
export function drawBlock(sheet: Sheet, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case "heading":
      return drawHeading(sheet, block.text, next);
    case "paragraph":
      return drawParagraph(sheet, block.text, BODY);
    case "note":
      return drawParagraph(sheet, block.text, NOTE);
    case "list":
      return drawList(sheet, block.items);
    case "table":
      return drawTable(sheet, block);
    case "facts":
      return drawFacts(sheet, block.pairs);
    case "bars":
      ensureRoom(sheet, barsHeight(block));
      return drawBars(sheet, block);
  }
}

function drawHeading(sheet: Sheet, text: string, next: Block | undefined): void {
  const { pdf, root } = sheet;
  if (!ensureRoom(sheet, HEADING_HEIGHT + beginHeight(sheet, next)) && pdf.y > PAGE.margin)
    pdf.y += 13;
  const place = { ...HEADING, tag: "H2", parent: root, x: PAGE.margin, width: CONTENT_WIDTH };
  pdf.y += drawText(sheet, text, { ...place, y: pdf.y }) + 4;
}

function beginHeight(sheet: Sheet, next: Block | undefined): number {
  if (next?.kind === "table") return tableBeginHeight(sheet, next);
  return next?.kind === "bars" ? barsHeight(next) : 30;
}

function drawParagraph(sheet: Sheet, text: string, lettering: Lettering): void {
  const { pdf, root } = sheet;
  const { height } = wrapText(sheet, text, { ...lettering, width: CONTENT_WIDTH });
  ensureRoom(sheet, height);
  const place = { ...lettering, tag: "P", parent: root, x: PAGE.margin, width: CONTENT_WIDTH };
  pdf.y += drawText(sheet, text, { ...place, y: pdf.y }) + 5;
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { pdf, root } = sheet;
  const list = pdf.struct("L");
  root.add(list);
  const width = CONTENT_WIDTH - BULLET_INDENT;
  for (const text of items) {
    ensureRoom(sheet, wrapText(sheet, text, { ...BODY, width }).height);
    const item = pdf.struct("LI");
    list.add(item);
    const place = { ...BODY, parent: item, y: pdf.y };
    drawText(sheet, "•", { ...place, tag: "Lbl", x: PAGE.margin, width: BULLET_INDENT });
    const x = PAGE.margin + BULLET_INDENT;
    pdf.y = place.y + drawText(sheet, text, { ...place, tag: "LBody", x, width }) + 3;
    item.end();
  }
  list.end();
  pdf.y += 2;
}

function drawFacts(sheet: Sheet, pairs: readonly (readonly [string, string])[]): void {
  const { pdf, root } = sheet;
  const table = pdf.struct("Table");
  root.add(table);
  for (const [name, value] of pairs) {
    const width = CONTENT_WIDTH - FACT_NAME_WIDTH;
    ensureRoom(sheet, wrapText(sheet, value, { ...NOTE, width }).height);
    const row: PdfElement = pdf.struct("TR");
    table.add(row);
    const place = { ...NOTE, parent: row, y: pdf.y };
    drawText(sheet, name, {
      ...place,
      tag: "TH",
      x: PAGE.margin,
      width: FACT_NAME_WIDTH,
      weight: "bold",
    });
    const x = PAGE.margin + FACT_NAME_WIDTH;
    pdf.y = place.y + drawText(sheet, value, { ...place, tag: "TD", x, width }) + 2;
    row.end();
  }
  table.end();
  pdf.y += 4;
}
