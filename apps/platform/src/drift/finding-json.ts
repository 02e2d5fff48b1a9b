import type { DispositionInForce } from "./disposition.ts";
import type { DriftFinding } from "./drift-finding.ts";
import type { FoundFindings } from "./gather-findings.ts";

/** A finding with the decision that is in force about it. */
export function findingJson(finding: DriftFinding, decision: DispositionInForce | null) {
  return { ...finding, decision };
}

/** What was compared with what. */
export function comparisonJson({
  baseline,
  snapshot,
}: Pick<FoundFindings, "baseline" | "snapshot">) {
  return {
    baseline:
      baseline === null
        ? null
        : {
            baseline_id: baseline.baselineId,
            name: baseline.name,
            version: baseline.version,
            version_hash: baseline.versionHash,
          },
    snapshot_id: snapshot.snapshotId,
    snapshot_hash: snapshot.snapshotHash,
  };
}
