import type { ReconciliationDecision } from "settled";
import { ambiguousReviews, checkOf } from "./ambiguous-reviews.ts";
import { decideCandidate } from "./decide-candidate.ts";
import { decideNone } from "./decide-none.ts";
import type { CandidateReview, ReviewEvidence } from "./review-evidence.ts";
import type { EnvironmentReview } from "./review.ts";

/**
 * What became of a composition. Tests in order: scope, own review by run, then by fingerprint, then lineage, document,
 * completeness, blockers, none. The first definite answer wins.
 */
export function decideReview(evidence: ReviewEvidence): ReconciliationDecision {
  const { elsewhere, manifest, unattributed } = evidence;
  if (elsewhere > 0) return outOfScope(elsewhere);
  const own = evidence.own.filter(isValid);
  if (own.length > 1) {
    return ambiguousReviews(reviewsOf(own), `${own.length} reviews bear this run.`);
  }
  const [mine] = own;
  if (mine !== undefined) return decideCandidate(mine, { madeBy: "this_run", manifest });
  const equivalent = evidence.equivalent.filter(isValid);
  if (equivalent.length > 1) {
    const detail = `${equivalent.length} reviews have the content that this run asked for.`;
    return ambiguousReviews(reviewsOf(equivalent), detail);
  }
  const [same] = equivalent;
  if (same !== undefined) return decideCandidate(same, { madeBy: "same_identity", manifest });
  // An invalid one is looked at last: a valid one that answers the run as well is the better answer.
  if (evidence.own.length > 0) return markedInvalid();
  if (unattributed.length > 0) {
    const detail = `Reviews that name no run appeared while this one was under way: ${unattributed.length}. Time alone does not say whose they are.`;
    return ambiguousReviews(unattributed, detail);
  }
  return decideNone(evidence);
}

function isValid({ review }: CandidateReview): boolean {
  return review.status !== "invalid";
}

function markedInvalid(): ReconciliationDecision {
  const detail = "The review that bears this run was marked as invalid since.";
  return {
    decision: "attention_required",
    reason: "review_invalid",
    checks: [checkOf("review_stands", false, detail)],
  };
}

function reviewsOf(candidates: readonly CandidateReview[]): readonly EnvironmentReview[] {
  return candidates.map(({ review }) => review);
}

/** Nothing of another environment is linked or named. */
function outOfScope(elsewhere: number): ReconciliationDecision {
  const detail = `Reviews of other environments of this workspace that bear this run: ${elsewhere}.`;
  return {
    decision: "attention_required",
    reason: "out_of_scope",
    checks: [checkOf("review_is_in_scope", false, detail)],
  };
}
