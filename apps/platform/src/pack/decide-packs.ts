import type { ReconciliationCheck, ReconciliationDecision } from "settled";
import { type CandidateSet, isWholeSet } from "./candidate-set.ts";
import type { PackEvidence, ReviewStanding } from "./pack-evidence.ts";
import { PACK_SET_ARTIFACT_TYPE } from "./pack-set-artifact.ts";
import { resultOfPacks } from "./result-of-packs.ts";

/**
 * What became of a rendering. Tests in order: own set by run, set of the same request, review, none. The first
 * definite answer wins.
 */
export function decidePacks(evidence: PackEvidence): ReconciliationDecision {
  const { own, equivalent, review } = evidence;
  if (own !== null) return decideCandidate(own, review, "this_run");
  if (equivalent !== null) return decideCandidate(equivalent, review, "same_identity");
  return decideNone(evidence);
}

function decideCandidate(
  candidate: CandidateSet,
  review: ReviewStanding,
  madeBy: "this_run" | "same_identity",
): ReconciliationDecision {
  const { set, members } = candidate;
  const related = { type: PACK_SET_ARTIFACT_TYPE, id: set.packSetId };
  const exists = checkOf(
    "packs_exist",
    true,
    madeBy === "this_run" ? "One set bears this run." : "Another run rendered the same packs.",
  );
  if (!isWholeSet(candidate)) {
    const detail = "A file is gone, or its bytes do not have the hash that the pack names.";
    const checks = [exists, checkOf("files_have_their_hashes", false, detail)];
    return { decision: "attention_required", reason: "pack_untrustworthy", checks };
  }
  const whole = checkOf("files_have_their_hashes", true, "Every file was hashed again.");
  const checks = [exists, whole];
  const proof = { madeBy, inScope: true, complete: true } as const;
  if (set.status === "revoked") {
    const revoked = checkOf("packs_were_revoked", true, "They stood, and somebody took one back.");
    return {
      decision: "succeeded",
      reason: "packs_revoked",
      related,
      proof,
      checks: [...checks, revoked],
    };
  }
  if (review !== "current" && review !== "replaced") {
    const detail =
      "The review that they were made of was taken back, or its document is not intact.";
    const stands = checkOf("review_stands", false, detail);
    const reason = review === "untrustworthy" ? "review_untrustworthy" : "packs_of_withheld_review";
    return { decision: "attention_required", reason, related, checks: [...checks, stands] };
  }
  const isStale = review === "replaced";
  const newest = checkOf(
    "review_is_newest",
    !isStale,
    "Whether a newer review stands was looked up.",
  );
  const told = { members, isStale, isEquivalent: madeBy === "same_identity" };
  const { outcome, reason, summary } = resultOfPacks(related, told);
  return { decision: outcome, reason, related, proof, checks: [...checks, newest], summary };
}

function decideNone({ environmentExists, review }: PackEvidence): ReconciliationDecision {
  const none = checkOf("packs_exist", false, "No packs of this environment answer this run.");
  if (!environmentExists) return blocked("environment_missing", none);
  switch (review) {
    case "missing":
      return blocked("review_missing", none);
    case "withheld":
      return blocked("review_withheld", none);
    case "untrustworthy":
      return { decision: "attention_required", reason: "review_untrustworthy", checks: [none] };
    case "current":
    case "replaced":
      return { decision: "failed", reason: "nothing_produced", checks: [none] };
  }
}

function blocked(reason: string, check: ReconciliationCheck): ReconciliationDecision {
  return { decision: "blocked", reason, checks: [check] };
}

function checkOf(check: string, passed: boolean, detail: string): ReconciliationCheck {
  return { check, passed, detail };
}
