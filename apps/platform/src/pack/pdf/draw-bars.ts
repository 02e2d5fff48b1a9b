import type { Bar, BarPart, Block } from "../brief/block.ts";
import { barWords } from "../brief/bar-words.ts";
import { drawLines } from "./draw-text.ts";
import { INK } from "./ink.ts";
import { asArtifact, CONTENT_WIDTH, PAGE, type Sheet } from "./sheet.ts";
import { wrapText } from "./wrap-text.ts";

const ROW_HEIGHT = 19;
const BAR_HEIGHT = 10;
const LABEL_WIDTH = 118;
const COUNT_WIDTH = 206;
const LETTERING = { size: 8.5 } as const;
const KEY = { size: 8, colour: INK.soft } as const;

type BarsBlock = Extract<Block, { kind: "bars" }>;

export function barsHeight({ bars }: BarsBlock): number {
  return (bars.length + 1) * ROW_HEIGHT + 8;
}

/** One bar for each area, with its numbers in words beside it: the picture alone would keep them from many. */
export function drawBars(sheet: Sheet, block: BarsBlock): void {
  const { pdf, root } = sheet;
  drawKey(sheet, block);
  const list = pdf.struct("L", { title: block.caption });
  root.add(list);
  for (const bar of block.bars) {
    const { y } = pdf;
    asArtifact(sheet, () => drawParts(sheet, bar, y));
    const item = pdf.struct("LI");
    list.add(item);
    const cell = (text: string, x: number, width: number): void => {
      const wrapped = wrapText(sheet, text, { ...LETTERING, width, linesMax: 1 });
      item.add(
        pdf.struct("LBody", {}, [() => drawLines(sheet, wrapped, { ...LETTERING, x, y: y + 2 })]),
      );
    };
    cell(bar.label, PAGE.margin, LABEL_WIDTH - 8);
    cell(barWords(bar), PAGE.margin + CONTENT_WIDTH - COUNT_WIDTH + 8, COUNT_WIDTH - 8);
    item.end();
    pdf.y = y + ROW_HEIGHT;
  }
  list.end();
}

function drawParts({ pdf }: Sheet, { parts, total }: Bar, y: number): void {
  const width = CONTENT_WIDTH - LABEL_WIDTH - COUNT_WIDTH;
  let x = PAGE.margin + LABEL_WIDTH;
  for (const part of parts) {
    const partWidth = total === 0 ? 0 : (width * part.figure) / total;
    if (partWidth > 0) pdf.rect(x, y + 2.5, partWidth, BAR_HEIGHT).fill(inkOf(part));
    x += partWidth;
  }
}

function drawKey(sheet: Sheet, { bars }: BarsBlock): void {
  const { pdf } = sheet;
  const { y } = pdf;
  asArtifact(sheet, () => {
    let x = PAGE.margin + LABEL_WIDTH;
    for (const part of bars[0]?.parts ?? []) {
      pdf.rect(x, y + 2.5, 7, 7).fill(inkOf(part));
      drawLines(sheet, wrapText(sheet, part.label, { ...KEY, width: 100 }), {
        ...KEY,
        x: x + 11,
        y: y + 1,
      });
      x += 11 + pdf.widthOfString(part.label) + 14;
    }
  });
  pdf.y = y + ROW_HEIGHT;
}

function inkOf({ tone }: BarPart): string {
  return tone === "unknown" ? "#b4bec9" : tone === "plain" ? "#6d9ac4" : INK[tone];
}
