import type { RunScope, SqlExecutor } from "settled";
import type { BaselineVersion } from "../baseline/baseline.ts";
import { findSealedSnapshot } from "../snapshot/find-sealed-snapshot.ts";
import { readSnapshotPolicies } from "../snapshot/read-snapshot-policies.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { findBaselineVersion } from "../store/baseline-store.ts";
import { listPins } from "../store/pin-store.ts";
import type { DriftReport } from "./drift-report.ts";
import { findDrift } from "./find-drift.ts";

export interface DriftSelector {
  /** Null = compared with nothing. */
  readonly baselineId: string | null;
  readonly version: number | "newest";
  /** Null = the newest sealed one. */
  readonly snapshotId: string | null;
}

export type GatheredDrift =
  | {
      readonly kind: "compared";
      readonly baseline: BaselineVersion | null;
      readonly snapshot: EnvironmentSnapshot;
      readonly report: DriftReport;
    }
  | { readonly kind: "refused"; readonly because: "no_such_snapshot" | "no_such_baseline" };

/** Reads a snapshot, a baseline version and the pins of the environment, and compares them. */
export async function gatherDrift(
  on: SqlExecutor,
  scope: RunScope,
  selector: DriftSelector,
): Promise<GatheredDrift> {
  const { baselineId, version, snapshotId } = selector;
  const snapshot = await findSealedSnapshot(on, scope, snapshotId);
  if (snapshot === null) return { kind: "refused", because: "no_such_snapshot" };
  const baseline =
    baselineId === null
      ? null
      : await findBaselineVersion(on, scope.workspaceId, baselineId, version);
  if (baseline === null && baselineId !== null) {
    return { kind: "refused", because: "no_such_baseline" };
  }
  const current = await readSnapshotPolicies(on, scope, snapshot);
  const pins = baseline === null ? [] : await listPins(on, scope, baseline.baselineId);
  const environmentId = scope.environmentId ?? "";
  return {
    kind: "compared",
    baseline,
    snapshot,
    report: findDrift({ environmentId, baseline, current, pins }),
  };
}
