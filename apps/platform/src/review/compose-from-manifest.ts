import type { RunScope, SqlExecutor } from "settled";
import type { BaselineVersion } from "../baseline/baseline.ts";
import { findDrift } from "../drift/find-drift.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import { findBaselineVersion } from "../store/baseline-store.ts";
import type { ReviewManifest } from "../store/review-manifest-store.ts";
import { findSnapshot } from "../store/snapshot-store.ts";
import { composeDocument } from "./compose-document.ts";
import { thawPins } from "./frozen-decisions.ts";
import type { ReviewDocument } from "./review-document.ts";

/** Reads what a manifest names and composes the document of it. Throws if what was frozen is not there any more. */
export async function composeFromManifest(
  on: SqlExecutor,
  scope: RunScope,
  manifest: ReviewManifest,
): Promise<ReviewDocument> {
  const { inputs, decisions } = manifest;
  const snapshot = await findSnapshot(on, scope, manifest.snapshotId);
  if (snapshot === null || snapshot.snapshotHash !== inputs.snapshot_hash) {
    throw new Error("The snapshot that was frozen is gone.");
  }
  const baseline = await frozenBaseline(on, scope, manifest);
  const current = await readSnapshotPolicies(on, scope, snapshot);
  const drift = findDrift({
    environmentId: inputs.environment_id,
    baseline,
    current,
    pins: thawPins(decisions),
  });
  return composeDocument({
    inputs,
    baseline,
    current,
    drift,
    dispositions: decisions.dispositions,
  });
}

async function frozenBaseline(
  on: SqlExecutor,
  { workspaceId }: RunScope,
  { baselineId, baselineVersion, inputs }: ReviewManifest,
): Promise<BaselineVersion | null> {
  if (baselineId === null || baselineVersion === null) return null;
  const baseline = await findBaselineVersion(on, workspaceId, baselineId, baselineVersion);
  if (baseline === null || baseline.versionHash !== inputs.baseline_version_hash) {
    throw new Error("The baseline version that was frozen is gone.");
  }
  return baseline;
}
