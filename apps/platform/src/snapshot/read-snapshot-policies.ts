import type { RunScope, SqlExecutor } from "settled";
import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import { findBlobs } from "../store/blob.ts";
import { readSnapshotContent } from "../store/snapshot-store.ts";
import type { SnapshotPolicies } from "./snapshot-policy.ts";
import type { EnvironmentSnapshot } from "./snapshot.ts";

/** Reads a snapshot with the contents that its items name. Throws if one of them is gone: nothing is made up for it. */
export async function readSnapshotPolicies(
  on: SqlExecutor,
  scope: RunScope,
  snapshot: EnvironmentSnapshot,
): Promise<SnapshotPolicies> {
  const { items, coverage } = await readSnapshotContent(on, scope, snapshot.snapshotId);
  const hashes = items.flatMap((item) =>
    [item.contentHash, item.assignmentHash, item.metaHash].filter((hash) => hash !== null),
  );
  const blobs = await findBlobs(on, scope.workspaceId, hashes);
  const part = (hash: string | null): unknown => {
    if (hash === null) return null;
    const bytes = blobs.get(hash);
    if (bytes === undefined) throw new Error("A content that the snapshot names is gone.");
    return JSON.parse(bytes.toString("utf8"));
  };
  const policies = items.map((item) => ({
    item,
    content: part(item.contentHash) as JsonObject | null,
    assignment: part(item.assignmentHash) as JsonArray | null,
    meta: part(item.metaHash) as PolicyMeta | null,
  }));
  return { snapshot, policies, coverage };
}
