import type { RunScope, SqlExecutor } from "settled";
import { readSnapshotContent } from "../store/snapshot-store.ts";
import { snapshotHash } from "./snapshot-hash.ts";
import type { EnvironmentSnapshot } from "./snapshot.ts";

/** Sealed, and its items and coverage still hash to what was sealed: present is not yet complete. */
export async function isWholeSnapshot(
  on: SqlExecutor,
  scope: RunScope,
  snapshot: EnvironmentSnapshot,
): Promise<boolean> {
  if (snapshot.state !== "sealed") return false;
  const content = await readSnapshotContent(on, scope, snapshot.snapshotId);
  return snapshotHash(content, snapshot.normaliserVersion) === snapshot.snapshotHash;
}
