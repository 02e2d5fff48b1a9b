import type { RunScope } from "settled";
import type { Transacting } from "../store/joined-transaction.ts";
import { insertRetraction, type ReviewRetraction } from "../store/review-retraction-store.ts";
import { findReviewAnywhere, listReviewsBy, setReviewStatus } from "../store/review-store.ts";
import { standingPredecessor } from "./lineage.ts";
import type { EnvironmentReview } from "./review.ts";

export interface RetractionInput {
  readonly reviewId: string;
  readonly became: ReviewRetraction["became"];
  readonly actor: string;
  readonly reason: string;
}

export type RetractionAnswer =
  | {
      readonly kind: "retracted";
      readonly review: EnvironmentReview;
      /** The earlier review that is the newest again; null if there is none, or this one had been replaced. */
      readonly currentAgain: EnvironmentReview | null;
    }
  | { readonly kind: "refused"; readonly because: "not_found" | "already_retracted" };

/**
 * Takes a review back in one transaction: it keeps its place as a tombstone that says who did it and why. If it was
 * the newest of its lineage, the one before it that still stands is the newest again.
 */
export function retractReview(
  database: Pick<Transacting, "transaction">,
  scope: RunScope,
  input: RetractionInput,
): Promise<RetractionAnswer> {
  const { workspaceId, environmentId } = scope;
  const { reviewId, became } = input;
  return database.transaction(async (tx): Promise<RetractionAnswer> => {
    const found = await findReviewAnywhere(tx, workspaceId, reviewId);
    if (found === null || found.environmentId !== environmentId) return refused("not_found");
    const key = { workspaceId, environmentId, value: found.lineageKey };
    // Whoever extends the lineage meanwhile waits, and then finds what became of its head.
    await listReviewsBy(tx, "find-head-for-update", key);
    const lineage = await listReviewsBy(tx, "list-lineage", key);
    const review = lineage.find((line) => line.reviewId === reviewId);
    if (review === undefined || isRetracted(review)) return refused("already_retracted");
    const moved = await setReviewStatus(tx, scope, { reviewId, from: review.status, to: became });
    if (!moved) return refused("already_retracted");
    await insertRetraction(tx, scope, input);
    const before = review.status === "current" ? standingPredecessor(lineage, review) : null;
    if (before !== null) {
      const change = { from: before.status, to: "current" } as const;
      await setReviewStatus(tx, scope, { reviewId: before.reviewId, ...change });
    }
    return { kind: "retracted", review, currentAgain: before };
  });
}

function isRetracted({ status }: EnvironmentReview): boolean {
  return status === "withdrawn" || status === "invalid";
}

function refused(because: "not_found" | "already_retracted"): RetractionAnswer {
  return { kind: "refused", because };
}
