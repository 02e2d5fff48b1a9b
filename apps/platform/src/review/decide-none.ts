import type { ReconciliationDecision } from "settled";
import { checkOf } from "./ambiguous-reviews.ts";
import { currentOf } from "./lineage.ts";
import type { ReviewEvidence } from "./review-evidence.ts";

/** Nothing answers the run: what was in the way, or that it is safe to start again. */
export function decideNone({ manifest, blocker, lineage }: ReviewEvidence): ReconciliationDecision {
  const none = checkOf("review_exists", false, "No review of this environment answers this run.");
  if (manifest === null) {
    if (blocker !== null) return { decision: "blocked", reason: blocker, checks: [none] };
    const unfrozen = checkOf("inputs_were_frozen", false, "The run has frozen no inputs.");
    return { decision: "failed", reason: "nothing_produced", checks: [none, unfrozen] };
  }
  const frozen = checkOf("inputs_were_frozen", true, "Composing them again gives the same review.");
  const head = currentOf(lineage);
  if (head === null || head.asOf <= manifest.asOf) {
    return { decision: "failed", reason: "nothing_produced", checks: [none, frozen] };
  }
  const detail = `Review ${head.sequence} (${head.reviewId}) is newer than what was frozen. See it instead.`;
  const newer = checkOf("place_in_lineage_is_free", false, detail);
  return { decision: "failed", reason: "newer_head_exists", checks: [none, frozen, newer] };
}
