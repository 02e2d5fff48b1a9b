import type { BaselineVersion } from "../baseline/baseline.ts";
import type { Pin } from "../baseline/pin.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import { assessAgainstNothing, assessPolicies } from "./assess-policies.ts";
import type { DriftFinding } from "./drift-finding.ts";
import type { AssessedPolicy, DriftReport } from "./drift-report.ts";
import { severityRank } from "./drift-ruleset.ts";
import { findConflicts } from "./find-conflicts.ts";
import { findCoverageGaps } from "./find-coverage-gaps.ts";
import { seenPolicies } from "./seen-policy.ts";
import { reportOf } from "./subject.ts";

export interface DriftInput {
  readonly environmentId: string;
  /** Null = nothing is expected; what contradicts itself or could not be read is found all the same. */
  readonly baseline: BaselineVersion | null;
  readonly current: Pick<SnapshotPolicies, "policies" | "coverage">;
  readonly pins: readonly Pin[];
}

/** Everything in which an environment differs from a baseline. Pure, and the same whatever the order of its input. */
export function findDrift({ environmentId, baseline, current, pins }: DriftInput): DriftReport {
  const policies = seenPolicies(current);
  const covered = new Set(
    current.coverage.filter(({ status }) => status === "complete").map(({ type }) => type),
  );
  const { subjects, apart } =
    baseline === null
      ? assessAgainstNothing(policies)
      : assessPolicies({ baseline, policies, pins, covered });
  const report = reportOf({ environmentId, baselineId: baseline?.baselineId ?? null }, subjects, [
    ...apart,
    ...findConflicts(policies),
    ...findCoverageGaps(current.coverage),
  ]);
  return {
    findings: [...report.findings].sort(worstFirst),
    policies: [...report.policies].sort(byTypeAndKey),
  };
}

function worstFirst(left: DriftFinding, right: DriftFinding): number {
  return (
    severityRank(left.severity) - severityRank(right.severity) ||
    byCodeUnit(left.type, right.type) ||
    byCodeUnit(left.policy, right.policy) ||
    byCodeUnit(left.path ?? "", right.path ?? "") ||
    byCodeUnit(left.finding_key, right.finding_key)
  );
}

function byTypeAndKey(left: AssessedPolicy, right: AssessedPolicy): number {
  return byCodeUnit(left.type, right.type) || byCodeUnit(left.match_key, right.match_key);
}
