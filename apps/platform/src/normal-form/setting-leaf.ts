import { byCodeUnit, canonicalJson } from "./canonical-json.ts";

export type LeafPrimitive = string | number | boolean | null;
export type LeafValue = LeafPrimitive | readonly LeafPrimitive[];

/** One value that an author set: where it is, what it is, and whether it may be shown. */
export interface SettingLeaf {
  /** `definition/child[0]/grandchild`; see `leafPath`. */
  readonly path: string;
  /** Option id of a choice, the simple value, or the sorted members of a collection. */
  readonly value: LeafValue;
  /** True for secret settings: compare it, never print it. */
  readonly secret: boolean;
}

/** Two leaves have the same value exactly where this is the same. */
export function valueText({ value }: Pick<SettingLeaf, "value">): string {
  return canonicalJson(value);
}

/** Adds a definition id to a path. What would read as path syntax is escaped, so paths are unambiguous. */
export function leafPath(parent: string, definitionId: string): string {
  const step = definitionId.replaceAll(/[%/#[\]]/g, (character) => encodeURIComponent(character));
  return parent === "" ? step : `${parent}/${step}`;
}

/** Sorted by path; a path that occurs twice (a hand-edited file) gets `#2`, so that both are kept. */
export function inOrder(leaves: readonly SettingLeaf[]): readonly SettingLeaf[] {
  const seen = new Map<string, number>();
  return leaves
    .map((leaf) => ({ leaf, text: valueText(leaf) }))
    .sort((a, b) => byCodeUnit(a.leaf.path, b.leaf.path) || byCodeUnit(a.text, b.text))
    .map(({ leaf }) => {
      const times = (seen.get(leaf.path) ?? 0) + 1;
      seen.set(leaf.path, times);
      return times === 1 ? leaf : { ...leaf, path: `${leaf.path}#${times}` };
    });
}
