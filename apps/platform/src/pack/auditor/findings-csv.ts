import type { FindingLine, ReviewDocument } from "../../review/review-document.ts";
import { type CsvCell, csvText } from "../csv-text.ts";
import { valueText } from "../value-text.ts";

const HEADS = [
  "finding_key",
  "severity",
  "kind",
  "area",
  "type",
  "policy",
  "other_policy",
  "matched_by",
  "setting",
  "path",
  "expected",
  "found",
  "weakened",
  "disposition",
  "decided_by",
  "decision_reason",
  "decided_at",
  "expires_at",
  "sentence",
  "evidence",
] as const;

/** Every finding of the review: open, in conflict, accepted, not assessed; one that stands in two lists is told once. */
export function findingsCsv(document: ReviewDocument): string {
  const { findings, conflicts, accepted, not_assessed } = document;
  return csvText(
    HEADS,
    eachOnce([...findings, ...conflicts, ...accepted, ...not_assessed]).map(asRow),
  );
}

/** Lists of findings as one, each finding once. */
export function eachOnce(findings: readonly FindingLine[]): readonly FindingLine[] {
  return [
    ...new Map(findings.toReversed().map((one) => [one.finding_key, one])).values(),
  ].toReversed();
}

function asRow(finding: FindingLine): readonly CsvCell[] {
  return [
    finding.finding_key,
    finding.severity,
    finding.kind,
    finding.area,
    finding.type,
    finding.policy,
    finding.other_policy,
    finding.matched_by,
    finding.setting,
    finding.path,
    valueText(finding.expected),
    valueText(finding.found),
    finding.weakened,
    finding.disposition,
    finding.decided_by,
    finding.decision_reason,
    finding.decided_at,
    finding.expires_at,
    finding.sentence,
    finding.evidence.join(" "),
  ];
}
