import type { ComparedPolicy } from "./compared-policy.ts";
import type { ComparedSide } from "./compared-side.ts";
import type { MovedSetting } from "./find-moves.ts";
import type { RenamedPolicy } from "./find-renames.ts";
import type { LeafChanges } from "./leaf-changes.ts";
import type { AmbiguousKey, PolicyPair } from "./match-policies.ts";

export interface ChangedPolicy extends PolicyPair {
  readonly leaves: LeafChanges;
}

/**
 * What became of every policy of two exports. Each readable one of the baseline is exactly once in a pair (unchanged
 * or changed), removed, renamed, unjudged or under an ambiguous key; each of the current one likewise, with added.
 */
export interface Comparison {
  readonly baseline: ComparedSide;
  readonly current: ComparedSide;
  readonly unchanged: number;
  /** Those whose content differs. Whom a policy reaches by assignments is no content; conditions are. */
  readonly changed: readonly ChangedPolicy[];
  readonly added: readonly ComparedPolicy[];
  readonly removed: readonly ComparedPolicy[];
  readonly renamed: readonly RenamedPolicy[];
  readonly ambiguous: readonly AmbiguousKey[];
  readonly moved: readonly MovedSetting[];
  /** Neither added nor removed: each may be in what the other side could not read. */
  readonly unjudged: {
    readonly inBaseline: readonly ComparedPolicy[];
    readonly inCurrent: readonly ComparedPolicy[];
  };
}
