import type { RunScope, SqlExecutor, WorkspaceId } from "settled";
import type { JsonArray, JsonObject, JsonValue } from "../normal-form/json-value.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";
import { findBlobs } from "../store/blob.ts";
import { readSnapshotContent } from "../store/snapshot-store.ts";
import type { SnapshotPolicies } from "./snapshot-policy.ts";
import type { EnvironmentSnapshot } from "./snapshot.ts";

const BATCH_BLOBS_MAX = 200;

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
  const parts = await readParts(on, scope.workspaceId, hashes);
  const part = (hash: string | null): JsonValue | null => {
    if (hash === null) return null;
    const found = parts.get(hash);
    if (found === undefined) throw new Error("A content that the snapshot names is gone.");
    return found;
  };
  const policies = items.map((item) => ({
    item,
    content: part(item.contentHash) as JsonObject | null,
    assignment: part(item.assignmentHash) as JsonArray | null,
    meta: part(item.metaHash) as PolicyMeta | null,
  }));
  return { snapshot, policies, coverage };
}

/** Read and parsed batch by batch, so that no more than one batch is in memory as bytes; what is shared is parsed once. */
async function readParts(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, JsonValue>> {
  const wanted = [...new Set(hashes)];
  const parts = new Map<string, JsonValue>();
  for (let start = 0; start < wanted.length; start += BATCH_BLOBS_MAX) {
    const batch = wanted.slice(start, start + BATCH_BLOBS_MAX);
    for (const [hash, bytes] of await findBlobs(on, workspaceId, batch)) {
      parts.set(hash, JSON.parse(bytes.toString("utf8")) as JsonValue);
    }
  }
  return parts;
}
