import type { ArtifactRef, RunResult } from "settled";
import { completenessOf } from "./compose-document.ts";
import type { ReviewDocument } from "./review-document.ts";

/** How a run ends whose review stands: partially, if the review itself says that something was not assessed. */
export function resultOfReview(
  related: ArtifactRef,
  document: ReviewDocument,
): RunResult & {
  readonly outcome: "succeeded" | "partially_succeeded";
  readonly reason: string;
  readonly summary: Readonly<Record<string, number>>;
} {
  const { tiles, findings, conflicts, accepted } = document;
  const summary = {
    ...document.totals,
    policies_checked: tiles.policies_checked,
    open_findings: findings.length,
    conflicts: conflicts.length,
    accepted: accepted.length,
    not_assessed: tiles.not_assessed,
  };
  if (!document.verdict.coverage_complete || completenessOf(document) < 1) {
    return { outcome: "partially_succeeded", reason: "coverage_partial", related, summary };
  }
  return { outcome: "succeeded", reason: "review_composed", related, summary };
}
