import { isRunId, type SqlExecutor } from "settled";
import { snapshotHash } from "../snapshot/snapshot-hash.ts";
import type { EnvironmentSnapshot, IgnoredFile, SnapshotContent } from "../snapshot/snapshot.ts";
import { findSnapshot, listIgnoredFiles, readSnapshotContent } from "../store/snapshot-store.ts";
import type { EnvironmentScope } from "./in-environment.ts";

export interface FoundSnapshot {
  readonly snapshot: EnvironmentSnapshot;
  /** Null if it does not hash to what was sealed any more: nothing of it is shown then. */
  readonly content: SnapshotContent | null;
  readonly ignored: readonly IgnoredFile[];
}

/** A snapshot of the environment with everything that it holds, hashed again. */
export async function gatherSnapshot(
  on: SqlExecutor,
  scope: EnvironmentScope,
  id: string,
): Promise<FoundSnapshot | null> {
  const snapshot = isRunId(id) ? await findSnapshot(on, scope, id) : null;
  if (snapshot === null) return null;
  const content = await readSnapshotContent(on, scope, id);
  const isWhole = snapshotHash(content, snapshot.normaliserVersion) === snapshot.snapshotHash;
  return {
    snapshot,
    content: isWhole ? content : null,
    ignored: isWhole ? await listIgnoredFiles(on, scope, id) : [],
  };
}
