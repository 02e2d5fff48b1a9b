import type { BaselineVersion } from "../baseline/baseline.ts";
import type { DispositionInForce } from "../drift/disposition.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import { gatherDrift } from "../drift/gather-drift.ts";
import type { Platform } from "../platform.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { listDispositionsInForce } from "../store/disposition-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { noSuchSnapshot } from "./show-snapshot.ts";
import { asScope } from "./find-scope.ts";

export interface FindingsScope {
  readonly workspace: string;
  readonly environment: string;
  readonly baseline?: string;
  readonly snapshot?: string;
}

export interface FoundFindings {
  readonly baseline: BaselineVersion | null;
  readonly snapshot: EnvironmentSnapshot;
  readonly report: DriftReport;
  readonly decisions: ReadonlyMap<string, DispositionInForce>;
}

/** What is found now, with the decisions that are in force now. */
export async function gatherFindings(
  platform: Platform,
  options: FindingsScope,
): Promise<FoundFindings> {
  const { database } = platform;
  const scope = asScope(options);
  await assertEnvironment(platform, scope);
  const { workspace, baseline } = options;
  const named =
    baseline === undefined ? null : await findNamedBaseline(platform, { workspace, baseline });
  const baselineId = named?.baselineId ?? null;
  const snapshotId = options.snapshot ?? null;
  const drift = await gatherDrift(database, scope, { baselineId, version: "newest", snapshotId });
  if (drift.kind === "refused") throw noSuchSnapshot(scope, snapshotId);
  const inForce = await listDispositionsInForce(database, scope, baselineId, null);
  const decisions = new Map(inForce.map((decision) => [decision.finding_key, decision]));
  return { baseline: drift.baseline, snapshot: drift.snapshot, report: drift.report, decisions };
}
