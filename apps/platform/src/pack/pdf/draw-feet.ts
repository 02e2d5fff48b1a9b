import { drawLines } from "./draw-text.ts";
import { INK } from "./ink.ts";
import { CONTENT_WIDTH, PAGE, type Sheet } from "./sheet.ts";
import { wrapText } from "./wrap-text.ts";

const FOOT = { size: 7.5, colour: INK.soft } as const;

/** The foot of every page, once it is known how many there are. */
export function drawFeet(sheet: Sheet, text: string): void {
  const { pdf } = sheet;
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    const y = PAGE.height - PAGE.foot;
    const number = `Page ${page + 1} of ${count}`;
    pdf.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    const left = wrapText(sheet, text, { ...FOOT, width: CONTENT_WIDTH - 90, linesMax: 1 });
    drawLines(sheet, left, { ...FOOT, x: PAGE.margin, y });
    const right = wrapText(sheet, number, { ...FOOT, width: 90 });
    const x = PAGE.width - PAGE.margin - pdf.widthOfString(number);
    drawLines(sheet, right, { ...FOOT, x, y });
    pdf.endMarkedContent();
  }
}
