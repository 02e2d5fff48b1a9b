import type { RunScope, SqlExecutor } from "settled";
import { validate as isUuid } from "uuid";
import { findLatestSnapshot, findSnapshot } from "../store/snapshot-store.ts";
import type { EnvironmentSnapshot } from "./snapshot.ts";

/** One sealed snapshot of an environment, the newest unless said; null where there is none. */
export async function findSealedSnapshot(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string | null,
): Promise<EnvironmentSnapshot | null> {
  if (snapshotId === null) return findLatestSnapshot(on, scope);
  if (!isUuid(snapshotId)) return null;
  const snapshot = await findSnapshot(on, scope, snapshotId);
  return snapshot?.state === "sealed" ? snapshot : null;
}
