import { z } from "zod";

const REASON_CHARS_MAX = 2_000;
/** Something that can be read, and no control but tabs and line breaks. */
const READABLE = /^\s*[^\s\p{Cc}](?:\P{Cc}|[\t\n\r])*$/u;
const ONE_LINE = /^[^\S\p{Cc}]*[^\s\p{Cc}][^\p{Cc}]*$/u;

/** No text of such a pattern is found by chance in good time. */
const EXAMPLES = ["The licence was renewed.", "x", "Zürich – 東京 🚀", "  a = b; 'c' <d>  "];

/** Why a person acts, in their own words. */
export const REASON = textOf("A reason", REASON_CHARS_MAX);

/** One line of text without control characters, as long as its name says, spaces around it aside. */
export function nameOf(what: string, charsMax: number) {
  return cleaned(what, charsMax, ONE_LINE);
}

export function textOf(what: string, charsMax: number) {
  return cleaned(what, charsMax, READABLE);
}

function cleaned(what: string, charsMax: number, pattern: RegExp) {
  const words = `${what} is text of 1 to ${charsMax} characters.`;
  return z
    .string(words)
    .min(1, words)
    .max(charsMax, words)
    .regex(pattern, words)
    .refine((text) => text.isWellFormed(), words)
    .trim()
    .meta({ examples: EXAMPLES });
}
