import type { LeafValue } from "../normal-form/setting-leaf.ts";

export interface Difference {
  readonly path: string | null;
  readonly before: LeafValue;
  readonly after: LeafValue;
  readonly other_policy: string | null;
  readonly renamed: boolean;
}

/** What differs in a few words, for a column of a table. */
export function differenceWords(difference: Difference): string {
  const { path, before, after, other_policy: other } = difference;
  if (difference.renamed) return `was ${other ?? ""}`;
  const step = path?.slice(path.lastIndexOf("/") + 1) ?? "";
  const values =
    before === null && after === null
      ? ""
      : `${valueWords(before, step)} → ${valueWords(after, step)}`;
  const place = other === null ? "" : `(${other})`;
  return [settingWords(step), values, place].filter((text) => text !== "").join(" ");
}

/** The end of a definition's id says which setting it is; its beginning only where it comes from. */
function settingWords(step: string): string {
  return step.split("_").slice(-2).join("_");
}

/** An option's id begins with that of its setting. */
function valueWords(value: LeafValue, step: string): string {
  if (value === null) return "nothing";
  if (typeof value === "object") return value.join(", ") || "nobody";
  const text = String(value);
  return text.startsWith(`${step}_`) ? text.slice(step.length + 1) : text;
}
