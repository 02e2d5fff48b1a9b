import type { SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

/** A content and the hash that names it. */
export interface Blob {
  readonly hash: string;
  readonly bytes: Buffer;
}

const BATCH_BLOBS_MAX = 200;

/** Keeps contents by hash, in batches; those that the workspace has already are not sent. Answers how many were new. */
export async function putBlobs(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  blobs: readonly Blob[],
): Promise<number> {
  const byHash = new Map(blobs.map((blob) => [blob.hash, blob]));
  const { rows } = await on.executeSql(platformSql("find-known-blobs"), [
    workspaceId,
    [...byHash.keys()],
  ]);
  for (const row of rows) byHash.delete((row as { hash: string }).hash);
  const missing = [...byHash.values()];
  for (let start = 0; start < missing.length; start += BATCH_BLOBS_MAX) {
    const batch = missing.slice(start, start + BATCH_BLOBS_MAX);
    await on.executeSql(platformSql("put-blobs"), [
      workspaceId,
      batch.map(({ hash }) => hash),
      batch.map(({ bytes }) => bytes),
    ]);
  }
  return missing.length;
}

export async function findBlob(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  hash: string,
): Promise<Buffer | null> {
  const { rows } = await on.executeSql(platformSql("find-blob"), [workspaceId, hash]);
  return rows.length === 0 ? null : (rows[0] as { bytes: Buffer }).bytes;
}

/** Contents by hash, read in batches; a hash that the workspace does not have is not in the answer. */
export async function findBlobs(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(hashes)];
  const found = new Map<string, Buffer>();
  for (let start = 0; start < wanted.length; start += BATCH_BLOBS_MAX) {
    const batch = wanted.slice(start, start + BATCH_BLOBS_MAX);
    const { rows } = await on.executeSql(platformSql("find-blobs"), [workspaceId, batch]);
    for (const row of rows as readonly Blob[]) found.set(row.hash, row.bytes);
  }
  return found;
}
