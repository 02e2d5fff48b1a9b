import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { valueText } from "../normal-form/setting-leaf.ts";
import type { ComparedPolicy } from "./compared-policy.ts";
import type { RenamedPolicy } from "./find-renames.ts";

export interface MovedSetting {
  readonly path: string;
  /** Names of all policies that had it, sorted. */
  readonly from: readonly string[];
  /** Names of all policies that have it now, sorted. */
  readonly to: readonly string[];
}

export interface MoveSearch {
  readonly baseline: readonly ComparedPolicy[];
  readonly current: readonly ComparedPolicy[];
  readonly renamed: readonly RenamedPolicy[];
  /** Policies of either side that may still be on the other one, among what could not be read there. */
  readonly unjudged: ReadonlySet<ComparedPolicy>;
}

interface Holders {
  readonly keys: Set<string>;
  readonly values: Set<string>;
  readonly names: Set<string>;
  unjudged: boolean;
}

/**
 * Catalog settings that stand on both sides with the same set of values, but in no policy in common. All readable
 * policies count, also those under ambiguous keys: one key on both sides is a policy in common. A renamed policy is
 * the same policy. A setting of a policy that may be in an unreadable file is left out: it may still be there.
 */
export function findMoves(search: MoveSearch): readonly MovedSetting[] {
  const newKeys = new Map(search.renamed.map(({ from, to }) => [from.keyText, to.keyText]));
  const before = holdersOf(search.baseline, search.unjudged, newKeys);
  const after = holdersOf(search.current, search.unjudged, new Map());
  return [...before]
    .flatMap(([path, old]) => {
      const young = after.get(path);
      if (young === undefined || old.unjudged || young.unjudged) return [];
      if ([...old.keys].some((key) => young.keys.has(key))) return [];
      if (!sameSet(old.values, young.values)) return [];
      return [{ path, from: sorted(old.names), to: sorted(young.names) }];
    })
    .sort((left, right) => byCodeUnit(left.path, right.path));
}

function holdersOf(
  policies: readonly ComparedPolicy[],
  unjudged: ReadonlySet<ComparedPolicy>,
  newKeys: ReadonlyMap<string, string>,
): ReadonlyMap<string, Holders> {
  const byPath = new Map<string, Holders>();
  for (const policy of policies) {
    for (const leaf of policy.leaves) {
      if (leaf.kind !== "setting") continue;
      const holders = byPath.get(leaf.path) ?? nobody();
      byPath.set(leaf.path, holders);
      holders.keys.add(newKeys.get(policy.keyText) ?? policy.keyText);
      holders.values.add(valueText(leaf));
      holders.names.add(policy.displayName);
      if (unjudged.has(policy)) holders.unjudged = true;
    }
  }
  return byPath;
}

function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((member) => right.has(member));
}

function nobody(): Holders {
  return { keys: new Set(), values: new Set(), names: new Set(), unjudged: false };
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort(byCodeUnit);
}
