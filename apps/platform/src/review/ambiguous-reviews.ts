import type { ReconciliationCheck, ReconciliationDecision } from "settled";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import type { EnvironmentReview } from "./review.ts";

/** No single review answers: all of them are kept for a person, and none is picked. */
export function ambiguousReviews(
  found: readonly EnvironmentReview[],
  detail: string,
): ReconciliationDecision {
  return {
    decision: "attention_required",
    reason: "ambiguous",
    candidates: found.map(({ reviewId }) => ({ type: REVIEW_ARTIFACT_TYPE, id: reviewId })),
    checks: [checkOf("one_review_answers", false, detail)],
  };
}

export function checkOf(check: string, passed: boolean, detail: string): ReconciliationCheck {
  return { check, passed, detail };
}
