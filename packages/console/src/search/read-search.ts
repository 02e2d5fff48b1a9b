import type { SearchKey } from "./search-key.ts";

/** Why a part of what was typed is not understood. */
export type SearchFault =
  | { readonly because: "unknown_key"; readonly key: string; readonly known: string }
  | {
      readonly because: "bad_value";
      readonly key: string;
      readonly value: string;
      readonly allowed: string;
    }
  | { readonly because: "no_not" | "twice"; readonly key: string };

export interface ReadSearch {
  /** Parameters of the API; nothing of a part that has a fault. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly faults: readonly SearchFault[];
}

const PART = /[^\s"]*"[^"]*"|\S+/g;
const FILTER = /^(-?)([A-Za-z_]+):(.*)$/s;

/**
 * Reads `outcome:failed,blocked -type:restore.execute words`. Comma = or, minus = not where all values are known; what
 * is no filter is searched for as words.
 */
export function readSearch(text: string, keys: readonly SearchKey[]): ReadSearch {
  const parameters: Record<string, string> = {};
  const faults: SearchFault[] = [];
  const words: string[] = [];
  for (const [part] of text.matchAll(PART)) {
    const [, not, name = "", value = ""] = FILTER.exec(part) ?? [];
    if (not === undefined) {
      words.push(part.replaceAll('"', ""));
      continue;
    }
    const read = readFilter({ name, value: unquoted(value), isNot: not === "-" }, keys);
    if ("because" in read) faults.push(read);
    else if (Object.hasOwn(parameters, read.parameter))
      faults.push({ because: "twice", key: name });
    else parameters[read.parameter] = read.value;
  }
  const q = [...(parameters["q"] === undefined ? [] : [parameters["q"]]), ...words]
    .filter((word) => word !== "")
    .join(" ");
  return { parameters: q === "" ? parameters : { ...parameters, q }, faults };
}

interface Filter {
  readonly name: string;
  readonly value: string;
  readonly isNot: boolean;
}

function readFilter(
  { name, value, isNot }: Filter,
  keys: readonly SearchKey[],
): SearchFault | { readonly parameter: string; readonly value: string } {
  const key = keys.find((one) => one.name === name.toLowerCase());
  if (key === undefined) {
    return { because: "unknown_key", key: name, known: keys.map((one) => one.name).join(", ") };
  }
  const values = key.several ? value.split(",") : [value];
  const wrong = values.find((one) => one === "" || !key.accepts(one));
  if (wrong !== undefined) {
    return { because: "bad_value", key: key.name, value: wrong, allowed: key.takes };
  }
  if (!isNot) return { parameter: key.parameter, value: values.join(",") };
  const others = key.values?.filter((one) => !values.includes(one)) ?? [];
  if (others.length === 0) return { because: "no_not", key: key.name };
  return { parameter: key.parameter, value: others.join(",") };
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/s, "$1");
}
