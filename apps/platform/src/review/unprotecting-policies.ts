import { REPORT_ONLY } from "../normal-form/access-type.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { reachOf } from "./policy-reach.ts";
import type { UnprotectingPolicy } from "./review-document.ts";

/** The policies that protect nobody. A policy whose export lists no assignments is not among them: that is unknown. */
export function unprotectingPolicies(
  policies: readonly SnapshotPolicy[],
): readonly UnprotectingPolicy[] {
  const found = policies.flatMap((policy): readonly UnprotectingPolicy[] => {
    const because = reasonOf(policy);
    if (because === null) return [];
    const { type, displayName } = policy.item;
    return [{ type, label: typeLabel(type as ItemType), policy: displayName, because }];
  });
  // Two of one name stay in the order of their keys.
  return found.sort((a, b) => byCodeUnit(a.type, b.type) || byCodeUnit(a.policy, b.policy));
}

function reasonOf(policy: SnapshotPolicy): UnprotectingPolicy["because"] | null {
  const state = policy.content?.["state"];
  if (state === "disabled") return "disabled";
  if (state === REPORT_ONLY) return "report_only";
  return reachOf(policy) === "nobody" ? "unassigned" : null;
}
