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

/** Every finding of the review: open ones, conflicts and accepted ones; one that stands in two lists is told once. */
export function findingsCsv(document: ReviewDocument): string {
  return csvText(HEADS, allFindings(document).map(asRow));
}

export function allFindings({
  findings,
  conflicts,
  accepted,
}: Pick<ReviewDocument, "findings" | "conflicts" | "accepted">): readonly FindingLine[] {
  const byKey = new Map<string, FindingLine>();
  for (const finding of [...findings, ...conflicts, ...accepted]) {
    if (!byKey.has(finding.finding_key)) byKey.set(finding.finding_key, finding);
  }
  return [...byKey.values()];
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
