import type { ReconciliationCheck, ReconciliationDecision } from "settled";
import { lineageFault } from "./lineage-fault.ts";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import type { CandidateReview, ReviewEvidence } from "./review-evidence.ts";
import { resultOfReview } from "./result-of-review.ts";

/**
 * What became of a composition. Tests in order: own review by run, then by fingerprint, then lineage, document,
 * completeness, blockers, none. The first definite answer wins.
 */
export function decideReview(evidence: ReviewEvidence): ReconciliationDecision {
  const { own, equivalent } = evidence;
  if (own.length > 1) return ambiguous(own, `${own.length} reviews bear this run.`);
  const [mine] = own;
  if (mine !== undefined) return decideCandidate(mine, "this_run");
  if (equivalent.length > 1) {
    return ambiguous(
      equivalent,
      `${equivalent.length} reviews have the content that this run asked for.`,
    );
  }
  const [same] = equivalent;
  if (same !== undefined) return decideCandidate(same, "same_identity");
  return decideNone(evidence);
}

function decideCandidate(
  candidate: CandidateReview,
  madeBy: "this_run" | "same_identity",
): ReconciliationDecision {
  const { review, document, lineage } = candidate;
  const exists = checkOf(
    "review_exists",
    true,
    madeBy === "this_run"
      ? "One review bears this run."
      : "One review has the content that was asked for.",
  );
  const related = { type: REVIEW_ARTIFACT_TYPE, id: review.reviewId };
  const proof = { madeBy, inScope: true, complete: true } as const;
  if (review.status === "withdrawn") {
    const withdrawn = checkOf("review_was_withdrawn", true, "It was composed and withdrawn later.");
    return {
      decision: "succeeded",
      reason: "review_withdrawn",
      related,
      proof,
      checks: [exists, withdrawn],
    };
  }
  const fault = lineageFault(lineage);
  if (fault !== null) return ambiguous([candidate], fault);
  const lineageHolds = checkOf(
    "lineage_has_one_head",
    true,
    "Following the lineage ends at one review.",
  );
  if (document === null) {
    const detail = "The document is gone, or its bytes do not have the hash that the review names.";
    const checks = [exists, lineageHolds, checkOf("document_is_intact", false, detail)];
    return { decision: "attention_required", reason: "document_untrustworthy", checks };
  }
  const intact = checkOf("document_is_intact", true, "Its bytes were hashed again.");
  const checks = [exists, lineageHolds, intact];
  if (review.status === "draft" || candidate.evidenceLines < document.evidence.length) {
    const detail = "It is a draft, or figures lack their evidence.";
    return {
      decision: "partially_succeeded",
      reason: "document_incomplete",
      related,
      proof: { ...proof, complete: review.status !== "draft" },
      checks: [...checks, checkOf("document_is_complete", false, detail)],
    };
  }
  const result = resultOfReview(related, document);
  const superseded = review.status === "superseded";
  const reason =
    madeBy === "same_identity"
      ? "equivalent_exists"
      : superseded
        ? "review_superseded"
        : result.reason;
  return {
    decision: result.outcome,
    reason: result.outcome === "succeeded" ? reason : result.reason,
    related,
    proof,
    checks: [...checks, ...headChecks(candidate)],
    summary: result.summary,
  };
}

function headChecks({ review, lineage }: CandidateReview): readonly ReconciliationCheck[] {
  const head = lineage.at(-1);
  if (head === undefined || head.reviewId === review.reviewId) return [];
  return [checkOf("review_is_newest", false, `Review ${head.sequence} has replaced it since.`)];
}

function decideNone(evidence: ReviewEvidence): ReconciliationDecision {
  const { environment, manifest, head } = evidence;
  const none = checkOf("review_exists", false, "No review of this environment answers this run.");
  if (manifest === null) {
    if (environment === null) return blocked("environment_missing", none);
    if (environment.state !== "active") return blocked("environment_suspended", none);
    if (!evidence.snapshotExists) return blocked("snapshot_missing", none);
    return { decision: "failed", reason: "nothing_produced", checks: [none] };
  }
  if (head !== null && head.asOf > manifest.asOf) {
    const newer = checkOf(
      "place_in_lineage_is_free",
      false,
      `Review ${head.sequence} is newer than its inputs.`,
    );
    return { decision: "failed", reason: "newer_head_exists", checks: [none, newer] };
  }
  return { decision: "failed", reason: "nothing_produced", checks: [none] };
}

function ambiguous(found: readonly CandidateReview[], detail: string): ReconciliationDecision {
  return {
    decision: "attention_required",
    reason: "ambiguous",
    candidates: found.map(({ review }) => ({ type: REVIEW_ARTIFACT_TYPE, id: review.reviewId })),
    checks: [checkOf("one_review_answers", false, detail)],
  };
}

function blocked(reason: string, check: ReconciliationCheck): ReconciliationDecision {
  return { decision: "blocked", reason, checks: [check] };
}

function checkOf(check: string, passed: boolean, detail: string): ReconciliationCheck {
  return { check, passed, detail };
}
