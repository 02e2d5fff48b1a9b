import type { EnvironmentReview } from "./review.ts";

/**
 * Why a lineage has no single newest review; null if following it from any review ends at one head. A review that
 * was marked as invalid has lost its place: who replaced it has replaced what it stood on.
 */
export function lineageFault(lineage: readonly EnvironmentReview[]): string | null {
  const byId = new Map(lineage.map((review) => [review.reviewId, review]));
  const valid = lineage.filter(({ status }) => status !== "invalid");
  const replaced = new Set<string>();
  for (const review of valid) {
    const before = validBefore(byId, review);
    if (before.kind === "missing") return "A review replaces one that is not in the lineage.";
    if (before.kind === "none") continue;
    if (replaced.has(before.reviewId)) return "Two reviews replace the same one.";
    replaced.add(before.reviewId);
  }
  const heads = valid.filter(({ reviewId }) => !replaced.has(reviewId));
  if (heads.length > 1) return `The lineage has ${heads.length} newest reviews.`;
  if (heads.length === 0 && valid.length > 0) return "The lineage runs in a circle.";
  const current = valid.filter(({ status }) => status === "current");
  if (current.length > 1) return `${current.length} reviews of the lineage are said to be current.`;
  return null;
}

type ValidBefore =
  | { readonly kind: "valid"; readonly reviewId: string }
  | { readonly kind: "none" }
  | { readonly kind: "missing" };

function validBefore(
  byId: ReadonlyMap<string, EnvironmentReview>,
  review: EnvironmentReview,
): ValidBefore {
  const passed = new Set<string>();
  let { supersedesId } = review;
  while (supersedesId !== null && !passed.has(supersedesId)) {
    passed.add(supersedesId);
    const before = byId.get(supersedesId);
    if (before === undefined) return { kind: "missing" };
    if (before.status !== "invalid") return { kind: "valid", reviewId: before.reviewId };
    ({ supersedesId } = before);
  }
  return { kind: "none" };
}
