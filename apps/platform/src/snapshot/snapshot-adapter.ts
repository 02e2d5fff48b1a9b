import type { ReconciliationAdapter, ReconciliationDecision } from "settled";
import { asExecutor } from "../store/as-executor.ts";
import { findSnapshotsOfRun, readSnapshotContent } from "../store/snapshot-store.ts";
import { isWholeSnapshot } from "./is-whole-snapshot.ts";
import { SNAPSHOT_ARTIFACT_TYPE } from "./snapshot-artifact.ts";
import type { EnvironmentSnapshot } from "./snapshot.ts";

export interface SnapshotEvidence {
  readonly found: readonly {
    readonly snapshot: EnvironmentSnapshot;
    readonly whole: boolean;
    readonly coverageComplete: boolean;
  }[];
}

/** A capture produced something exactly if a sealed snapshot bears its run. */
export const SNAPSHOT_ADAPTER: ReconciliationAdapter<SnapshotEvidence> = {
  name: "environment-snapshot",

  async gather(run, truth) {
    const on = asExecutor(truth);
    const snapshots = await findSnapshotsOfRun(on, run, run.id);
    const found = [];
    for (const snapshot of snapshots) {
      const whole = await isWholeSnapshot(on, run, snapshot);
      const { coverage } = await readSnapshotContent(on, run, snapshot.snapshotId);
      const coverageComplete = coverage.every(({ status }) => status === "complete");
      found.push({ snapshot, whole, coverageComplete });
    }
    return { found };
  },

  decide(_run, { found }): ReconciliationDecision {
    const [first, second] = found;
    if (first === undefined) {
      const detail = "No snapshot of this environment was captured by this run.";
      const checks = [{ check: "snapshot_exists", passed: false, detail }];
      return { decision: "failed", reason: "nothing_produced", checks };
    }
    if (second !== undefined) {
      const candidates = found.map(({ snapshot }) => refOf(snapshot));
      const detail = `${found.length} snapshots bear this run.`;
      const checks = [{ check: "one_snapshot", passed: false, detail }];
      return { decision: "attention_required", reason: "ambiguous", candidates, checks };
    }
    const checks = [
      { check: "snapshot_exists", passed: true, detail: "One snapshot bears this run." },
      {
        check: "snapshot_is_whole",
        passed: first.whole,
        detail: "Its items and coverage were hashed again and compared with the sealed hash.",
      },
    ];
    return {
      decision: first.coverageComplete ? "succeeded" : "partially_succeeded",
      reason: first.coverageComplete ? "snapshot_sealed" : "coverage_partial",
      related: refOf(first.snapshot),
      proof: { madeBy: "this_run", inScope: true, complete: first.whole },
      summary: { ...first.snapshot.counts },
      checks,
    };
  },
};

function refOf(snapshot: EnvironmentSnapshot) {
  return { type: SNAPSHOT_ARTIFACT_TYPE, id: snapshot.snapshotId };
}
