import type { BaselineEntry } from "../baseline/baseline.ts";
import type { SettingLeaf } from "../normal-form/setting-leaf.ts";
import { leafSubject } from "./leaf-subject.ts";

/** The settings of either side that an entry wants compared, by path. */
export function comparedSettings<Leaf extends SettingLeaf>(
  entry: Pick<BaselineEntry, "type" | "excludedPaths">,
  leaves: Iterable<Leaf>,
): ReadonlyMap<string, Leaf> {
  return new Map(
    [...leaves]
      .filter(({ path }) => leafSubject(entry.type, path) === "setting")
      .filter(({ path }) => !entry.excludedPaths.some((excluded) => isAtOrBelow(path, excluded)))
      .map((leaf) => [leaf.path, leaf]),
  );
}

function isAtOrBelow(path: string, excluded: string): boolean {
  if (!path.startsWith(excluded)) return false;
  const next = path.charAt(excluded.length);
  return next === "" || next === "/" || next === "[" || next === "#";
}
