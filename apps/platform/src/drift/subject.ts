import type { DriftFinding, FindingKind, MatchedBy } from "./drift-finding.ts";
import type { AssessedPolicy, DriftReport } from "./drift-report.ts";
import { findingOf, type FindingScope, type FoundDifference } from "./finding-of.ts";

/** One expectation, or one policy of the environment that none is about, with what was found about it. */
export interface Subject {
  readonly type: string;
  readonly match_key: string;
  readonly policy: string;
  readonly matched_by: MatchedBy | null;
  /** Key of its item in the snapshot, where it is one: its conflicts are told by it. */
  readonly itemKey: string | null;
  /** False where the baseline says nothing of it, whatever was found. */
  readonly judged: boolean;
  readonly found: readonly FoundDifference[];
}

const DOUBTS: ReadonlySet<FindingKind> = new Set([
  "unreadable",
  "incomplete",
  "ambiguous",
  "not_assessed",
]);

/** The findings of all subjects, and those about none, as one report. */
export function reportOf(
  scope: FindingScope,
  subjects: readonly Subject[],
  apart: readonly FoundDifference[],
): DriftReport {
  const others = apart.map((found) => findingOf(scope, found));
  const conflicts = Map.groupBy(
    others.filter(({ kind }) => kind === "setting_conflict"),
    ({ type, match_key }) => `${type}\n${match_key}`,
  );
  const told = subjects.map((subject) => ({
    subject,
    findings: subject.found.map((found) => findingOf(scope, found)),
  }));
  return {
    findings: [...told.flatMap(({ findings }) => findings), ...others],
    policies: told.map(({ subject, findings }) => {
      const own = conflicts.get(`${subject.type}\n${subject.itemKey}`) ?? [];
      return assessed(subject, findings, own);
    }),
  };
}

/** A conflict is no deviation from the baseline: both sides of it may be as expected. */
function assessed(
  subject: Subject,
  findings: readonly DriftFinding[],
  conflicts: readonly DriftFinding[],
): AssessedPolicy {
  const { type, match_key, policy, matched_by } = subject;
  const doubtful = findings.some(({ kind }) => DOUBTS.has(kind)) || !subject.judged;
  const deviates = findings.some(({ kind }) => !DOUBTS.has(kind));
  return {
    type,
    match_key,
    policy,
    matched_by,
    standing: deviates ? "deviating" : doubtful ? "not_assessed" : "aligned",
    findings: [...findings, ...conflicts].map(({ finding_key }) => finding_key).sort(),
  };
}
