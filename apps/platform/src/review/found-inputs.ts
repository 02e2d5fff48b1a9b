import type { RunScope, SqlExecutor } from "settled";
import type { BaselineVersion } from "../baseline/baseline.ts";
import type { CoverageRecord, EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { findBaselineVersion } from "../store/baseline-store.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import { findLastBaseline } from "../store/review-store.ts";
import { listCoverage } from "../store/snapshot-coverage.ts";
import { findLatestSnapshot, findSnapshot } from "../store/snapshot-store.ts";
import type { ComposeInput } from "./compose-input.ts";

/** What there is to compose from, as it stands now; whether it suffices is for `reviewBlocker` to say. */
export interface FoundInputs {
  readonly environment: ManagedEnvironment | null;
  readonly snapshot: EnvironmentSnapshot | null;
  readonly coverage: readonly CoverageRecord[];
  /** The baseline that was asked for, by name or as the last review's; null = none was. */
  readonly baselineId: string | null;
  /** Null if none was asked for, or if it has no released version. */
  readonly baseline: BaselineVersion | null;
}

/**
 * Finds the snapshot and the baseline that an input means. Without a baseline in it, the newest version of the one
 * that the environment's last review was compared with is meant; after a review without one, none is.
 */
export async function gatherInputs(
  on: SqlExecutor,
  scope: RunScope,
  input: ComposeInput,
): Promise<FoundInputs> {
  const environment = await findEnvironment(on, scope);
  const snapshot =
    input.snapshot_id === undefined
      ? await findLatestSnapshot(on, scope)
      : await findSnapshot(on, scope, input.snapshot_id);
  const coverage = snapshot === null ? [] : await listCoverage(on, scope, snapshot.snapshotId);
  const baselineId = await meantBaseline(on, scope, input);
  const baseline =
    baselineId === null
      ? null
      : await findBaselineVersion(on, scope.workspaceId, baselineId, "newest");
  return { environment, snapshot, coverage, baselineId, baseline };
}

async function meantBaseline(
  on: SqlExecutor,
  scope: RunScope,
  { baseline_id: asked }: ComposeInput,
): Promise<string | null> {
  if (asked === undefined) return findLastBaseline(on, scope);
  return asked === "none" ? null : asked;
}
