import { type SettingLeaf, valueText } from "../normal-form/setting-leaf.ts";

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
      return other === undefined || valueText(leaf) === valueText(other)
        ? []
        : [{ before: leaf, now: other }];
    }),
  };
}
