import { type ItemType, typeRole } from "../provider/policy-type.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";

/** The policies that could be read at all; what they refer to (groups) is not governed itself. */
export function governedPolicies(policies: readonly SnapshotPolicy[]): readonly SnapshotPolicy[] {
  return policies.filter(
    ({ item }) => typeRole(item.type as ItemType) === "policy" && item.state !== "unreadable",
  );
}
