import { isRunId, type SqlExecutor } from "settled";
import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import { readDocument } from "../review/stored-document.ts";
import {
  findReviewAnywhere,
  listConfirmations,
  listReviewsBy,
  type ReviewConfirmation,
} from "../store/review-store.ts";
import type { EnvironmentScope } from "./in-environment.ts";

/** What may be shown of a review: the document, or why it may not be read. */
export type ReviewContent =
  | { readonly kind: "intact"; readonly document: ReviewDocument }
  /** Its bytes are gone, or do not have their hash any more. */
  | { readonly kind: "untrustworthy" }
  /** Withdrawn or marked as invalid: nobody should read on. */
  | { readonly kind: "withheld" };

export interface FoundReview {
  readonly review: EnvironmentReview;
  readonly content: ReviewContent;
  readonly predecessor: EnvironmentReview | null;
  readonly successor: EnvironmentReview | null;
  /** Newest first. */
  readonly confirmations: readonly ReviewConfirmation[];
}

/** A review of the environment with its place in the lineage; one of another environment is not there. */
export async function gatherReview(
  on: SqlExecutor,
  scope: EnvironmentScope,
  id: string,
): Promise<FoundReview | null> {
  const { workspaceId, environmentId } = scope;
  const review = isRunId(id) ? await findReviewAnywhere(on, workspaceId, id) : null;
  if (review === null || review.environmentId !== environmentId) return null;
  const key = { workspaceId, environmentId, value: review.lineageKey };
  const lineage = await listReviewsBy(on, "list-lineage", key);
  return {
    review,
    content: await readContent(on, scope, review),
    predecessor: lineage.find(({ reviewId }) => reviewId === review.supersedesId) ?? null,
    successor: lineage.find(({ supersedesId }) => supersedesId === review.reviewId) ?? null,
    confirmations: await listConfirmations(on, scope, id),
  };
}

async function readContent(
  on: SqlExecutor,
  { workspaceId }: EnvironmentScope,
  review: EnvironmentReview,
): Promise<ReviewContent> {
  if (review.status === "withdrawn" || review.status === "invalid") return { kind: "withheld" };
  const document = await readDocument(on, workspaceId, review);
  return document === null ? { kind: "untrustworthy" } : { kind: "intact", document };
}
