import type { EnvironmentReview } from "./review.ts";

/** Why a lineage has no single newest review; null if following it from any review ends at one head. */
export function lineageFault(lineage: readonly EnvironmentReview[]): string | null {
  const ids = new Set(lineage.map(({ reviewId }) => reviewId));
  const superseded = new Set<string>();
  for (const { supersedesId } of lineage) {
    if (supersedesId === null) continue;
    if (!ids.has(supersedesId)) return "A review replaces one that is not in the lineage.";
    if (superseded.has(supersedesId)) return "Two reviews replace the same one.";
    superseded.add(supersedesId);
  }
  const heads = lineage.filter(({ reviewId }) => !superseded.has(reviewId));
  if (heads.length > 1) return `The lineage has ${heads.length} newest reviews.`;
  if (heads.length === 0 && lineage.length > 0) return "The lineage runs in a circle.";
  return null;
}
