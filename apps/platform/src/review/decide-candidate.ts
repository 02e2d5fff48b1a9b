import type { ArtifactProof, ReconciliationCheck, ReconciliationDecision } from "settled";
import type { FrozenManifest } from "../store/review-manifest-store.ts";
import { ambiguousReviews, checkOf } from "./ambiguous-reviews.ts";
import { lineageFault } from "./lineage-fault.ts";
import { currentOf } from "./lineage.ts";
import { resultOfReview } from "./result-of-review.ts";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import type { ReviewDocument } from "./review-document.ts";
import type { CandidateReview } from "./review-evidence.ts";

interface Claim {
  readonly madeBy: ArtifactProof["madeBy"];
  /** What the run was frozen on; null if an import has left a review that bears it. */
  readonly manifest: FrozenManifest | null;
}

/** Whether the one review that may answer the run does so: its lineage, then its document, then its completeness. */
export function decideCandidate(
  candidate: CandidateReview,
  { madeBy, manifest }: Claim,
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
    const withdrawn = checkOf("review_stands", false, "It was composed, and withdrawn later.");
    const checks = [exists, withdrawn];
    return { decision: "succeeded", reason: "review_withdrawn", related, proof, checks };
  }
  const fault = lineageFault(lineage) ?? otherDocument(candidate, manifest);
  if (fault !== null) return ambiguousReviews([review], fault);
  const detail = "Following the lineage ends at one review.";
  const inLineage = [exists, checkOf("lineage_has_one_head", true, detail)];
  if (document === null) return untrustworthy(inLineage);
  const checks = [
    ...inLineage,
    checkOf("document_is_intact", true, "Its bytes were hashed again."),
  ];
  if (review.status === "draft" || candidate.evidenceLines < document.evidence.length) {
    return {
      decision: "partially_succeeded",
      reason: "document_incomplete",
      related,
      // A draft is no finished artifact: the library lowers the claim to a question for a person.
      proof: { ...proof, complete: review.status !== "draft" },
      checks: [...checks, checkOf("document_is_complete", false, gapsOf(candidate, document))],
    };
  }
  const result = resultOfReview(related, document);
  return {
    decision: result.outcome,
    reason: result.outcome === "succeeded" ? wholeReason(candidate, madeBy) : result.reason,
    related,
    proof,
    checks: [...checks, ...headChecks(candidate)],
    summary: result.summary,
  };
}

/** Same inputs, other bytes: a fault of the composer, which is never taken for the same review. */
function otherDocument(
  { review }: CandidateReview,
  manifest: FrozenManifest | null,
): string | null {
  const composed = manifest?.documentHash ?? null;
  if (composed === null || composed === review.documentHash) return null;
  return "It has the same inputs as this run, but another document than the run composed.";
}

function untrustworthy(checks: readonly ReconciliationCheck[]): ReconciliationDecision {
  const detail =
    "The document is gone, or its bytes do not have the hash that the review names. Mark the review as invalid.";
  return {
    decision: "attention_required",
    reason: "document_untrustworthy",
    checks: [...checks, checkOf("document_is_intact", false, detail)],
  };
}

function gapsOf({ review, evidenceLines }: CandidateReview, document: ReviewDocument): string {
  const missing = document.evidence.length - evidenceLines;
  return review.status === "draft"
    ? "It is still a draft."
    : `${missing} of ${document.evidence.length} figures lack their evidence.`;
}

function wholeReason({ review }: CandidateReview, madeBy: Claim["madeBy"]): string {
  if (madeBy === "same_identity") return "equivalent_exists";
  return review.status === "superseded" ? "review_superseded" : "review_composed";
}

function headChecks({ review, lineage }: CandidateReview): readonly ReconciliationCheck[] {
  const head = currentOf(lineage);
  if (head === null || head.reviewId === review.reviewId) return [];
  const detail = `Review ${head.sequence} (${head.reviewId}) has replaced it since.`;
  return [checkOf("review_is_newest", false, detail)];
}
