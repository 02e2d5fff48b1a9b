import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { ComparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";
import type { Comparison } from "./comparison.ts";
import { findMoves } from "./find-moves.ts";
import { findRenames } from "./find-renames.ts";
import { leafChanges } from "./leaf-changes.ts";
import { matchPolicies } from "./match-policies.ts";
import { unseenPolicies } from "./unseen-policies.ts";

/** Pure, and the same whatever the order of the files: every list is sorted by name, then by type and file. */
export function compareSides(baseline: ComparedSide, current: ComparedSide): Comparison {
  const matching = matchPolicies(baseline.policies, current.policies);
  const gone = Map.groupBy(matching.onlyBaseline, unseenPolicies(current));
  const come = Map.groupBy(matching.onlyCurrent, unseenPolicies(baseline));
  const unjudged = { inBaseline: named(gone.get(true)), inCurrent: named(come.get(true)) };
  const renamed = findRenames(gone.get(false) ?? [], come.get(false) ?? []);
  const renamedPolicies = new Set(renamed.flatMap(({ from, to }) => [from, to]));
  const notRenamed = (policy: ComparedPolicy): boolean => !renamedPolicies.has(policy);
  const pairs = matching.pairs.map((pair) => ({ ...pair, leaves: leafChanges(pair) }));
  const changed = pairs.filter(({ leaves }) => leaves.added + leaves.removed + leaves.changed > 0);
  return {
    baseline,
    current,
    unchanged: pairs.length - changed.length,
    changed: changed.sort((left, right) => inOrderOfNames(left.current, right.current)),
    added: named(come.get(false)?.filter(notRenamed)),
    removed: named(gone.get(false)?.filter(notRenamed)),
    renamed: renamed.toSorted((left, right) => inOrderOfNames(left.from, right.from)),
    ambiguous: matching.ambiguous.toSorted(
      ({ key: left }, { key: right }) =>
        byCodeUnit(left.type, right.type) || byCodeUnit(left.name, right.name),
    ),
    moved: findMoves({
      baseline: baseline.policies,
      current: current.policies,
      renamed,
      unjudged: new Set([...unjudged.inBaseline, ...unjudged.inCurrent]),
    }),
    unjudged,
  };
}

function named(policies: readonly ComparedPolicy[] = []): readonly ComparedPolicy[] {
  return policies.toSorted(inOrderOfNames);
}

function inOrderOfNames(left: ComparedPolicy, right: ComparedPolicy): number {
  return (
    byCodeUnit(left.displayName, right.displayName) ||
    byCodeUnit(left.key.type, right.key.type) ||
    byCodeUnit(left.file, right.file)
  );
}
