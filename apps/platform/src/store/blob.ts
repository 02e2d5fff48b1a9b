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
