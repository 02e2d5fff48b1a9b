import { drawableText } from "./drawable-text.ts";
import { letter, type Lettering, type Sheet } from "./sheet.ts";

export interface WrappedText {
  readonly lines: readonly string[];
  readonly lineHeight: number;
  readonly height: number;
}

/** The text in lines that fit the width; a word that does not fit is broken. Of too many lines the last says so. */
export function wrapText(
  sheet: Sheet,
  text: string,
  options: Lettering & { readonly width: number; readonly linesMax?: number },
): WrappedText {
  letter(sheet, options);
  const { width, size, leading = 0.38, linesMax = Number.POSITIVE_INFINITY } = options;
  const measure = (piece: string): number => sheet.pdf.widthOfString(piece);
  const lines: string[] = [];
  let line = "";
  for (const word of drawableText(text, sheet.typeface).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = brokenWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "") lines.push(line);
  const kept =
    lines.length <= linesMax ? lines : shortened(lines.slice(0, linesMax), width, measure);
  const lineHeight = size * (1 + leading);
  return { lines: kept, lineHeight, height: kept.length * lineHeight };
}

function brokenWord(
  word: string,
  width: number,
  measure: (piece: string) => number,
): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

function shortened(
  lines: readonly string[],
  width: number,
  measure: (piece: string) => number,
): readonly string[] {
  let last = Array.from(lines.at(-1) ?? "");
  while (last.length > 0 && measure(`${last.join("")}…`) > width) last = last.slice(0, -1);
  return [...lines.slice(0, -1), `${last.join("").trimEnd()}…`];
}
