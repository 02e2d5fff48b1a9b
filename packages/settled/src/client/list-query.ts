import type { RunListFilter } from "./answers.ts";

/** The filter as the parameters of the list; lists of words are joined by commas. */
export function listQueryOf(filter: RunListFilter): URLSearchParams {
  const given = Object.entries(filter).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value);
    return text === "" ? [] : [[name, text]];
  });
  return new URLSearchParams(given);
}

function textOf(value: RunListFilter[keyof RunListFilter]): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return value instanceof Date ? value.toISOString() : value.join(",");
}
