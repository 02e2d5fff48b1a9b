import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

/**
 * DejaVu Sans Condensed: Latin, Greek, Cyrillic, Hebrew, Arabic and many more in one file, under a licence that lets
 * it be embedded. What it cannot draw is told by `drawableText`, never drawn as another sign.
 */
const FOLDER = "dejavu-fonts-ttf/ttf/";
const FILES = { regular: "DejaVuSansCondensed.ttf", bold: "DejaVuSansCondensed-Bold.ttf" } as const;

export type Weight = keyof typeof FILES;

export interface Typeface {
  readonly files: Readonly<Record<Weight, Buffer>>;
  /** Whether every weight can draw the character. */
  has(codePoint: number): boolean;
}

let opened: Typeface | undefined;

/** Read once: the files do not change while the program runs. */
export function openTypeface(): Typeface {
  opened ??= readTypeface();
  return opened;
}

function readTypeface(): Typeface {
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: Weight): Buffer => readFileSync(resolve(`${FOLDER}${FILES[weight]}`));
  const files = { regular: read("regular"), bold: read("bold") };
  const fonts = [create(files.regular) as Font, create(files.bold) as Font];
  const known = new Map<number, boolean>();
  return {
    files,
    has(codePoint) {
      let answer = known.get(codePoint);
      if (answer === undefined) {
        answer = fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
        known.set(codePoint, answer);
      }
      return answer;
    },
  };
}
