import type { RunScope, SqlExecutor } from "settled";
import { type ReadExportFolderOptions, readExportFolder } from "../provider/read-export-folder.ts";
import { policiesOfReading } from "../snapshot/policies-of-reading.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import { snapshotOfReading } from "../snapshot/snapshot-of-reading.ts";
import type { Blob } from "../store/blob.ts";
import { findSealedSnapshot } from "../snapshot/find-sealed-snapshot.ts";

/** What a baseline is made from. */
export interface BaselineSource extends Pick<SnapshotPolicies, "policies" | "coverage"> {
  /** In words, for those who ask later. */
  readonly origin: string;
  /** Contents that the workspace may not have yet. */
  readonly blobs: readonly Blob[];
}

/** Null where the environment has no such sealed snapshot; the newest one unless said. */
export async function readSnapshotSource(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string | null,
): Promise<BaselineSource | null> {
  const snapshot = await findSealedSnapshot(on, scope, snapshotId);
  if (snapshot === null) return null;
  const { policies, coverage } = await readSnapshotPolicies(on, scope, snapshot);
  const origin = `snapshot ${snapshot.snapshotId} of environment ${scope.environmentId}`;
  return { policies, coverage, origin, blobs: [] };
}

/** Throws `ExportFolderError` where the folder cannot be read at all. */
export async function readFolderSource(options: ReadExportFolderOptions): Promise<BaselineSource> {
  const read = snapshotOfReading(await readExportFolder(options));
  return { ...policiesOfReading(read), origin: `folder ${options.root}`, blobs: read.blobs };
}
