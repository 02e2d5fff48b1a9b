import type { Comparison } from "./comparison.ts";
import { type SideCounts, sideCounts } from "./side-counts.ts";

type Name = string;

/** What `compare -o json` prints: these keys, in this order, lists always sorted. */
export interface ComparisonJson {
  readonly baseline: SideCounts;
  readonly current: SideCounts;
  readonly policies: {
    /** The unchanged and the changed together; a renamed policy is not among them. */
    readonly matched: number;
    readonly unchanged: number;
    readonly added: readonly Name[];
    readonly removed: readonly Name[];
    /** By the name in the current export. */
    readonly changed: readonly {
      readonly name: Name;
      readonly leaves_added: number;
      readonly leaves_removed: number;
      readonly leaves_changed: number;
    }[];
    readonly renamed: readonly { readonly from: Name; readonly to: Name }[];
    /** Keys: the type and the name as it is compared. */
    readonly ambiguous: readonly (readonly [type: string, name: string])[];
  };
  /** The sums of `policies.changed`. */
  readonly leaves: { readonly added: number; readonly removed: number; readonly changed: number };
  /** One entry a path; where several policies had or have it, their names with ", " between them. */
  readonly moved: readonly { readonly path: string; readonly from: Name; readonly to: Name }[];
}

export function comparisonJson(comparison: Comparison): ComparisonJson {
  const { unchanged, changed, added, removed, renamed, ambiguous, moved } = comparison;
  const sum = (part: "added" | "removed" | "changed"): number =>
    changed.reduce((total, { leaves }) => total + leaves[part], 0);
  return {
    baseline: sideCounts(comparison.baseline),
    current: sideCounts(comparison.current),
    policies: {
      matched: unchanged + changed.length,
      unchanged,
      added: added.map(({ displayName }) => displayName),
      removed: removed.map(({ displayName }) => displayName),
      changed: changed.map(({ current, leaves }) => ({
        name: current.displayName,
        leaves_added: leaves.added,
        leaves_removed: leaves.removed,
        leaves_changed: leaves.changed,
      })),
      renamed: renamed.map(({ from, to }) => ({ from: from.displayName, to: to.displayName })),
      ambiguous: ambiguous.map(({ key }) => [key.type, key.name] as const),
    },
    leaves: { added: sum("added"), removed: sum("removed"), changed: sum("changed") },
    moved: moved.map(({ path, from, to }) => ({ path, from: from.join(", "), to: to.join(", ") })),
  };
}
