import { hashOf } from "../normal-form/hash-of.ts";
import type { DriftFinding } from "./drift-finding.ts";
import { severityOf } from "./drift-ruleset.ts";
import type { Severity } from "./severity.ts";

/** Which comparison a finding belongs to. */
export interface FindingScope {
  readonly environmentId: string;
  readonly baselineId: string | null;
}

export type FoundDifference = Pick<
  DriftFinding,
  "kind" | "type" | "match_key" | "policy" | "evidence"
> &
  Partial<DriftFinding> & { readonly entrySeverity: Severity | null };

/** A difference as a finding with its stable key; what it does not say is null. */
export function findingOf(scope: FindingScope, found: FoundDifference): DriftFinding {
  const { kind, type, match_key, policy } = found;
  const path = found.path ?? null;
  return {
    finding_key: hashOf("finding", [
      scope.environmentId,
      scope.baselineId,
      type,
      match_key,
      path,
      kind,
    ]),
    kind,
    severity: severityOf(kind, found.entrySeverity),
    type,
    match_key,
    policy,
    other_policy: found.other_policy ?? null,
    matched_by: found.matched_by ?? null,
    path,
    expected: found.expected ?? null,
    found: found.found ?? null,
    weakened: found.weakened ?? false,
    evidence: found.evidence,
  };
}
