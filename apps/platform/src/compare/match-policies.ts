import type { ComparedPolicy } from "./compared-policy.ts";
import type { PolicyKey } from "./policy-key.ts";

export interface AmbiguousKey {
  readonly key: PolicyKey;
  /** How often it stands on each side; one of them is above 1. */
  readonly inBaseline: number;
  readonly inCurrent: number;
}

export interface PolicyPair {
  readonly baseline: ComparedPolicy;
  readonly current: ComparedPolicy;
}

/** Where every policy of two sides is: in a pair, under an ambiguous key, or on one side alone. */
export interface PolicyMatching {
  readonly pairs: readonly PolicyPair[];
  readonly ambiguous: readonly AmbiguousKey[];
  readonly onlyBaseline: readonly ComparedPolicy[];
  readonly onlyCurrent: readonly ComparedPolicy[];
}

/**
 * Pairs policies by their keys. A key that stands more than once on one side is ambiguous on both: which of the
 * policies would be the counterpart, or the one that is gone, cannot be said, so none of them is paired, added or
 * removed, whether the other side has the key once, more often or not at all.
 */
export function matchPolicies(
  baseline: readonly ComparedPolicy[],
  current: readonly ComparedPolicy[],
): PolicyMatching {
  const before = Map.groupBy(baseline, ({ keyText }) => keyText);
  const after = Map.groupBy(current, ({ keyText }) => keyText);
  const pairs: PolicyPair[] = [];
  const ambiguous: AmbiguousKey[] = [];
  const onlyBaseline: ComparedPolicy[] = [];
  const onlyCurrent: ComparedPolicy[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old = [], young = []] = [before.get(key), after.get(key)];
    const [was] = old;
    const [is] = young;
    const any = was ?? is;
    if (any !== undefined && (old.length > 1 || young.length > 1)) {
      ambiguous.push({ key: any.key, inBaseline: old.length, inCurrent: young.length });
    } else if (was !== undefined && is !== undefined) pairs.push({ baseline: was, current: is });
    else if (was !== undefined) onlyBaseline.push(was);
    else if (is !== undefined) onlyCurrent.push(is);
  }
  return { pairs, ambiguous, onlyBaseline, onlyCurrent };
}
