import { z } from "zod";

const REASON_CHARS_MAX = 2_000;

/** Why a person acts, in their own words. */
export const REASON = textOf("A reason", REASON_CHARS_MAX);

/** One line of text without control characters, as long as its name says, spaces around it aside. */
export function nameOf(what: string, charsMax: number) {
  return textOf(what, charsMax).regex(/^[^\p{Cc}]*$/u, `${what} is one line.`);
}

export function textOf(what: string, charsMax: number) {
  const words = `${what} is text of 1 to ${charsMax} characters.`;
  return z
    .string(words)
    .trim()
    .min(1, words)
    .max(charsMax, words)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), words);
}
