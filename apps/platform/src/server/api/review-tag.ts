import type { EnvironmentReview } from "../../review/review.ts";
import type { Publication } from "../../store/publication-store.ts";
import { tagOf } from "./entity-tag.ts";

/** Of what can be done to a review: it is replaced, taken back, published and unpublished. */
export function reviewTag(
  { reviewId, status }: EnvironmentReview,
  publication: Publication | null,
): string {
  const published = publication?.publicationId ?? null;
  return tagOf({ review_id: reviewId, status, published });
}
