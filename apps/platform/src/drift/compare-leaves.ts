import type { SettingLeaf } from "../normal-form/setting-leaf.ts";
import { sameValue } from "./comparable-leaves.ts";

/** Two sets of leaves by path: what only one of them has, and what has another value. */
export interface LeafDifferences {
  readonly gone: readonly SettingLeaf[];
  readonly come: readonly SettingLeaf[];
  readonly changed: readonly { readonly before: SettingLeaf; readonly now: SettingLeaf }[];
}

export function compareLeaves(
  before: ReadonlyMap<string, SettingLeaf>,
  now: ReadonlyMap<string, SettingLeaf>,
): LeafDifferences {
  return {
    gone: [...before.values()].filter(({ path }) => !now.has(path)),
    come: [...now.values()].filter(({ path }) => !before.has(path)),
    changed: [...before.values()].flatMap((leaf) => {
      const other = now.get(leaf.path);
      return other === undefined || sameValue(leaf, other) ? [] : [{ before: leaf, now: other }];
    }),
  };
}
