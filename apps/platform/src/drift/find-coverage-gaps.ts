import { hashOf } from "../normal-form/hash-of.ts";
import { type ItemType, typeLabel, typeRole } from "../provider/policy-type.ts";
import type { CoverageRecord } from "../snapshot/snapshot.ts";
import type { FoundDifference } from "./finding-of.ts";

/** One finding for each type of policy that was not covered completely: nothing may be concluded from its absence. */
export function findCoverageGaps(coverage: readonly CoverageRecord[]): readonly FoundDifference[] {
  return coverage
    .filter(({ type, status }) => status !== "complete" && typeRole(type as ItemType) === "policy")
    .map(({ type, status, items, reason }) => ({
      kind: "not_assessed",
      type,
      match_key: `type:${type}`,
      policy: typeLabel(type as ItemType),
      found: status,
      entrySeverity: null,
      evidence: [hashOf("coverage", [type, status, items, reason])],
    }));
}
