import type { Typeface } from "./typeface.ts";

/** Controls, direction overrides and marks without a width: they would draw nothing, or turn round what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;
const SPACE = /\p{Z}/u;
const LEFT_OUT_RUN_MAX = 6;

/**
 * The text in characters that the typeface can draw. Any other is written as its code point, such as [U+6F22]; a
 * long run of them as its beginning and how many follow. A wrong sign in its place would be a lie.
 */
export function drawableText(text: string, typeface: Typeface): string {
  let drawn = "";
  let run = 0;
  for (const character of text.normalize("NFC")) {
    if (character === "\n" || character === "\t" || SPACE.test(character)) {
      drawn += `${runEnd(run)} `;
      run = 0;
    } else if (!UNSEEN.test(character)) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (typeface.has(codePoint)) {
        drawn += `${runEnd(run)}${character}`;
        run = 0;
      } else {
        run += 1;
        if (run <= LEFT_OUT_RUN_MAX) drawn += `[U+${codePointText(codePoint)}]`;
      }
    }
  }
  return `${drawn}${runEnd(run)}`.replaceAll(/ +/g, " ").trim();
}

function runEnd(run: number): string {
  return run > LEFT_OUT_RUN_MAX ? `[+${run - LEFT_OUT_RUN_MAX} characters]` : "";
}

function codePointText(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, "0");
}
