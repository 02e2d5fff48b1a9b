import { normalisedName } from "../normal-form/normalised-name.ts";
import type { SnapshotItem } from "../snapshot/snapshot.ts";

type Choice = Pick<SnapshotItem, "type" | "itemKey" | "displayName">;

export type Selection =
  /** Null = everything. */
  | { readonly kind: "selected"; readonly items: readonly Choice[] | null }
  | { readonly kind: "unknown_name"; readonly name: string }
  | { readonly kind: "ambiguous_name"; readonly name: string; readonly times: number };

/** The items that are called so: by their full name, else without version and case. Never a guess. */
export function selectItems(items: readonly Choice[], names: readonly string[]): Selection {
  if (names.length === 0) return { kind: "selected", items: null };
  const chosen: Choice[] = [];
  for (const name of names) {
    const exact = items.filter((item) => item.displayName === name || item.itemKey === name);
    const found =
      exact.length > 0
        ? exact
        : items.filter((item) => normalisedName(item.displayName) === normalisedName(name));
    if (found.length > 1) return { kind: "ambiguous_name", name, times: found.length };
    if (found[0] === undefined) return { kind: "unknown_name", name };
    chosen.push(found[0]);
  }
  return { kind: "selected", items: chosen };
}
