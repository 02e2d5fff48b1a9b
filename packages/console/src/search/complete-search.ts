import { message } from "../messages/message.ts";
import type { SearchKey } from "./search-key.ts";

/** One thing that the last word of a search may become. */
export interface Completion {
  /** The whole search, were it taken. */
  readonly text: string;
  /** What is new in it. */
  readonly shown: string;
  readonly words: string;
}

const OFFERED_MAX = 12;

/** What the last word may become: a filter's name, or one more of its values behind those that stand there. */
export function completionsOf(draft: string, keys: readonly SearchKey[]): readonly Completion[] {
  const [, before = "", last = ""] = /^(.*?)(\S*)$/s.exec(draft) ?? [];
  const not = last.startsWith("-") ? "-" : "";
  const [name = "", value] = last.slice(not.length).split(":", 2);
  if (value === undefined) {
    return keys
      .filter((key) => key.name.startsWith(name.toLowerCase()))
      .map((key) => ({
        text: `${before}${not}${key.name}:`,
        shown: `${not}${key.name}:`,
        words: message("runs.search.takes", { takes: key.takes }),
      }));
  }
  const key = keys.find((one) => one.name === name.toLowerCase());
  if (key === undefined) return [];
  const parts = value.split(",");
  const typed = (parts.at(-1) ?? "").toLowerCase();
  const earlier = key.several ? parts.slice(0, -1) : [];
  return key.offered
    .filter((one) => !earlier.includes(one.value))
    .filter((one) => one.value !== typed && matches(one, typed))
    .slice(0, OFFERED_MAX)
    .map((one) => ({
      text: `${before}${not}${name}:${[...earlier, one.value].join(",")}`,
      shown: one.value,
      words: one.words,
    }));
}

/** A value is found by its beginning, or by how any word of its meaning begins. */
function matches(
  { value, words }: { readonly value: string; readonly words: string },
  typed: string,
): boolean {
  return (
    value.toLowerCase().startsWith(typed) ||
    words
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(typed))
  );
}
