import { type ItemType, typeRole } from "../provider/policy-type.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";

/** The policies of a snapshot that could be read at all; what they refer to (groups) is not governed itself. */
export function governedPolicies({ policies }: SnapshotPolicies): readonly SnapshotPolicy[] {
  return policies.filter(
    ({ item }) => typeRole(item.type as ItemType) === "policy" && item.state !== "unreadable",
  );
}
