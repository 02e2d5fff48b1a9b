import type { ItemDoubt } from "../normal-form/item-key.ts";
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

function wordsOf(remark: string): string {
  const doubt = Object.hasOwn(DOUBTS, remark) ? DOUBTS[remark as ItemDoubt] : undefined;
  // Not every text is a reason: the table answers nothing for those that it does not have.
  const reason = unreadableWords(remark as UnreadableReason) as string | undefined;
  return doubt ?? reason ?? remark.replaceAll("_", " ");
}
