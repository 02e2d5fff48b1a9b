import type { ReconciliationAdapter } from "settled";
import { decideReview } from "./decide-review.ts";
import { gatherReviewEvidence, type ReviewEvidence } from "./review-evidence.ts";

export const REVIEW_ADAPTER: ReconciliationAdapter<ReviewEvidence> = {
  name: "environment-review",
  gather: gatherReviewEvidence,
  decide: (_run, evidence) => decideReview(evidence),
};
