import type { BaselineVersion } from "../baseline/baseline.ts";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { FoundDifference } from "./finding-of.ts";
import { evidenceOf, type SeenPolicy } from "./seen-policy.ts";

/** How a policy that no expectation is about stands to the baseline. */
export type Unexpected = "extra" | "left_out" | "beyond";

/**
 * A policy is extra where the baseline names its type completely. It was left out where the source had such a name and
 * nobody could say which; it is beyond the baseline where that knows its type in part or not at all.
 */
export function unexpectedOf(baseline: BaselineVersion): (seen: SeenPolicy) => Unexpected {
  const leftOut = new Set(baseline.leftOut.map(({ type, matchKey }) => `${type}\n${matchKey}`));
  const types = new Set([...baseline.entries, ...baseline.leftOut].map(({ type }) => type));
  const partial = new Set(baseline.partialTypes);
  return ({ type, matchKey }) => {
    if (leftOut.has(`${type}\n${matchKey}`)) return "left_out";
    return types.has(type) && !partial.has(type) ? "extra" : "beyond";
  };
}

/** What is said of one of them; of those beyond the baseline nothing is said one by one. */
export function findUnexpected(seen: SeenPolicy, kind: Unexpected): readonly FoundDifference[] {
  if (kind === "beyond") return [];
  return [
    {
      kind: kind === "extra" ? "extra_policy" : "not_assessed",
      type: seen.type,
      match_key: seen.item.itemKey,
      policy: seen.name,
      entrySeverity: null,
      evidence: evidenceOf(seen),
    },
  ];
}

/** One finding for each type of which the baseline knows too little to call a policy extra. */
export function findBeyond(beyond: readonly SeenPolicy[]): readonly FoundDifference[] {
  return [...Map.groupBy(beyond, ({ type }) => type)].map(([type, found]) => ({
    kind: "not_assessed",
    type,
    match_key: `baseline:${type}`,
    policy: typeLabel(type as ItemType),
    found: found.length,
    entrySeverity: null,
    evidence: [],
  }));
}
