import { letter, type Lettering, type PdfElement, type Sheet } from "./sheet.ts";
import { drawableText } from "./drawable-text.ts";
import { isTurned, visualPieces } from "./visual-order.ts";
import { type WrappedText, wrapText } from "./wrap-text.ts";

export interface TextPlace extends Lettering {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly linesMax?: number;
}

/** Draws a text as one element of the document's structure; answers its height. */
export function drawText(
  sheet: Sheet,
  text: string,
  place: TextPlace & { readonly parent: PdfElement; readonly tag: string },
): number {
  const wrapped = wrapText(sheet, text, place);
  const { parent, tag } = place;
  const element = sheet.pdf.struct(
    tag,
    structOptions(sheet, text, tag === "TH" ? "Row" : undefined),
    [() => drawLines(sheet, wrapped, place)],
  );
  parent.add(element);
  return wrapped.height;
}

export function drawLines(
  sheet: Sheet,
  { lines, lineHeight }: WrappedText,
  place: Pick<TextPlace, "x" | "y"> & Lettering,
): void {
  letter(sheet, place);
  for (const [index, line] of lines.entries()) {
    // The blank at its end keeps the last word apart from the next line's first, for whoever hears or copies it.
    const text = index === lines.length - 1 ? line : `${line} `;
    const y = place.y + index * lineHeight;
    let { x } = place;
    for (const piece of visualPieces(text)) {
      sheet.pdf.text(piece, x, y, { lineBreak: false });
      x += sheet.pdf.widthOfString(piece);
    }
  }
}

/** What is drawn in other characters, or in another order, than it was written is told as it was written. */
export function structOptions(
  { typeface }: Sheet,
  text: string,
  scope?: "Row" | "Column",
): { actual?: string; scope?: string } {
  const changed = isTurned(text) || drawableText(text, typeface).includes("[U+");
  return {
    ...(changed ? { actual: text.replaceAll(/\p{Cc}/gu, " ") } : {}),
    ...(scope === undefined ? {} : { scope }),
  };
}
