import type { RunResult, SqlExecutor, TrackedRun } from "settled";
import { v7 as uuidv7 } from "uuid";
import { ExportFolderError } from "../provider/export-folder-error.ts";
import { readExportFolder } from "../provider/read-export-folder.ts";
import { folderIdentities } from "../provider/target/folder-identity.ts";
import { putBlobs } from "../store/blob.ts";
import { findPinnedIdentity } from "../store/environment-identity.ts";
import { findEnvironment } from "../store/environment.ts";
import { insertSnapshot } from "../store/snapshot-store.ts";
import { SNAPSHOT_ARTIFACT_TYPE } from "./snapshot-artifact.ts";
import { snapshotOfReading } from "./snapshot-of-reading.ts";
import type { PlatformParts } from "../platform-parts.ts";

/**
 * Reads the environment's export and seals what was found as a snapshot. The snapshot and the end of the run are
 * one transaction; blobs that were kept for a snapshot which never came are no artifact.
 */
export async function captureSnapshot(
  parts: PlatformParts,
  tracked: TrackedRun,
): Promise<RunResult | void> {
  const { run, signal } = tracked;
  const environment = await findEnvironment(parts.database, run);
  if (environment === null) return blocked("environment_missing");
  if (environment.state !== "active") return blocked("environment_suspended");
  if (environment.provider.kind === "none") return blocked("no_provider");
  const pinned = await findPinnedIdentity(parts.database, run);
  const reading = await readOrRefuse(tracked, { root: environment.provider.root, pinned });
  if ("outcome" in reading) return reading;
  await parts.faults.reach("capture.after_reading", run.id);
  const content = snapshotOfReading(reading);
  const newBlobs = await putBlobs(parts.database, run.workspaceId, content.blobs);
  await parts.faults.reach("capture.after_blobs", run.id);
  signal.throwIfAborted();
  const snapshotId = uuidv7();
  const whole = content.coverage.every(({ status }) => status === "complete");
  await tracked.commit(async (tx: SqlExecutor) => {
    await insertSnapshot(tx, run, { snapshotId, runId: run.id, content });
    await parts.faults.reach("capture.inside_transaction", run.id);
    return {
      outcome: whole ? "succeeded" : "partially_succeeded",
      reason: whole ? "snapshot_sealed" : "coverage_partial",
      related: { type: SNAPSHOT_ARTIFACT_TYPE, id: snapshotId },
      summary: { ...content.counts, new_blobs: newBlobs },
    };
  });
}

async function readOrRefuse(
  tracked: TrackedRun,
  { root, pinned }: { readonly root: string; readonly pinned: string | null },
) {
  try {
    const shown = await folderIdentities(root);
    // One that shows nothing is read: exports of most tools do not say whose they are.
    const isOther = pinned !== null && shown.length > 0 && !shown.includes(pinned);
    if (isOther) return blocked("identity_differs");
    return await readExportFolder({
      root,
      signal: tracked.signal,
      onProgress: ({ filesDone, filesTotal }) => {
        const report = { done: filesDone, total: filesTotal, message: "files read" };
        // A refused report fires the signal, which ends the reading.
        tracked.progress(report).catch(() => undefined);
      },
    });
  } catch (error) {
    if (error instanceof ExportFolderError) return blocked(error.code);
    throw error;
  }
}

function blocked(reason: string): RunResult {
  return { outcome: "blocked", reason };
}
