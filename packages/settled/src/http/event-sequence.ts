import { z } from "zod";

const SEQUENCE = /^\d{1,19}$/;
const SEQUENCE_MAX = 9_223_372_036_854_775_807n;

/** A place that no log reaches. */
export const NOWHERE = String(SEQUENCE_MAX);

/** Whether the text can be the sequence of an event, as the database counts them. */
export function isSequence(text: string): boolean {
  return SEQUENCE.test(text) && BigInt(text) <= SEQUENCE_MAX;
}

export function sequenceParameter(words: string) {
  return z.string().regex(SEQUENCE, { abort: true }).refine(isSequence).describe(words);
}
