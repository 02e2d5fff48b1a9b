import type { RunScope, SqlExecutor } from "settled";
import { findBaselineVersion } from "../store/baseline-store.ts";
import { readMoment } from "../store/review-manifest-store.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";
import { decisionsAt } from "./freeze-inputs.ts";
import { decisionsHash } from "./frozen-decisions.ts";
import type { ReviewDocument } from "./review-document.ts";
import { RULESET_HASH } from "./review-inputs.ts";

/** Which of its inputs are not the newest any more. The review stays true for its own moment. */
export interface ChangedInputs {
  readonly snapshot: boolean;
  readonly baseline: boolean;
  readonly decisions: boolean;
  readonly rules: boolean;
}

export async function findChangedInputs(
  on: SqlExecutor,
  scope: RunScope,
  { inputs, baseline }: ReviewDocument,
): Promise<ChangedInputs> {
  const snapshot = await findLatestSnapshot(on, scope);
  const baselineId = baseline?.baseline_id ?? null;
  const newest =
    baselineId === null
      ? null
      : await findBaselineVersion(on, scope.workspaceId, baselineId, "newest");
  const decisions = await decisionsAt(on, scope, { baselineId, asOf: await readMoment(on) });
  return {
    snapshot: snapshot !== null && snapshot.snapshotHash !== inputs.snapshot_hash,
    baseline: newest !== null && newest.versionHash !== inputs.baseline_version_hash,
    decisions: decisionsHash(decisions) !== inputs.dispositions_hash,
    rules: inputs.ruleset_hash !== RULESET_HASH,
  };
}

export function anyChanged({ snapshot, baseline, decisions, rules }: ChangedInputs): boolean {
  return snapshot || baseline || decisions || rules;
}
