import type { RunScope, SqlExecutor } from "settled";
import type { BaselineVersion } from "../baseline/baseline.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { listDispositionsInForce } from "../store/disposition-store.ts";
import type { DispositionInForce } from "./disposition.ts";
import type { DriftReport } from "./drift-report.ts";
import { type GatheredDrift, gatherDrift } from "./gather-drift.ts";

export interface FoundFindings {
  readonly kind: "compared";
  readonly baseline: BaselineVersion | null;
  readonly snapshot: EnvironmentSnapshot;
  readonly report: DriftReport;
  /** Those in force now, by finding. */
  readonly decisions: ReadonlyMap<string, DispositionInForce>;
}

/** What is found now, with the decisions that are in force now. */
export async function gatherFindings(
  on: SqlExecutor,
  scope: RunScope,
  {
    baselineId,
    snapshotId,
  }: { readonly baselineId: string | null; readonly snapshotId: string | null },
): Promise<FoundFindings | Extract<GatheredDrift, { kind: "refused" }>> {
  const drift = await gatherDrift(on, scope, { baselineId, version: "newest", snapshotId });
  if (drift.kind === "refused") return drift;
  const inForce = await listDispositionsInForce(on, scope, baselineId, null);
  const decisions = new Map(inForce.map((decision) => [decision.finding_key, decision]));
  const { baseline, snapshot, report } = drift;
  return { kind: "compared", baseline, snapshot, report, decisions };
}
