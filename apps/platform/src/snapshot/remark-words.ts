import type { ItemDoubt } from "../normal-form/item-key.ts";
import { ignoredWords, type IgnoredReason } from "../provider/ignored-reason.ts";
import { unreadableWords, type UnreadableReason } from "../provider/unreadable-reason.ts";

const DOUBTS: Readonly<Record<ItemDoubt, string>> = {
  could_not_be_read: "It could not be read",
  provider_id_used_twice: "Another object of its type has the same id",
  provider_id_unusable: "Its id cannot be used",
  name_used_twice: "Another object of its type has the same name, and neither has an id",
  setting_count_differs: "It declares another number of settings than it holds",
  settings_in_another_file: "Its settings are in another file that is not part of it",
};

/** What is odd about an object, in words; a code of another release reads as its words. */
export function remarkWords(remarks: readonly string[]): string {
  return remarks.map((remark) => `${wordsOf(remark)}.`).join(" ");
}

/** Why a file is no policy; a reason of another release reads as its words. */
export function ignoredExplanation(reason: string): string {
  // Not every text is a reason: for those that its table does not have, it answers no text.
  const words: unknown = ignoredWords(reason as IgnoredReason);
  return typeof words === "string" ? words : reason.replaceAll("_", " ");
}

function wordsOf(remark: string): string {
  if (Object.hasOwn(DOUBTS, remark)) return DOUBTS[remark as ItemDoubt];
  // Not every text is a reason: for those that its table does not have, it answers no text.
  const reason: unknown = unreadableWords(remark as UnreadableReason);
  return typeof reason === "string" ? reason : remark.replaceAll("_", " ");
}
