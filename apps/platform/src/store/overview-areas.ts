import type { SqlExecutor, WorkspaceId } from "settled";
import type { AreaLine } from "../review/review-document.ts";
import { listAreaFigures } from "./area-figures.ts";
import type { EnvironmentOverview } from "./environment-overview.ts";

/** How each area of an environment stands by its newest review; none where no review compared anything. */
export async function overviewAreas(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  environments: readonly EnvironmentOverview[],
): Promise<(environment: EnvironmentOverview) => readonly AreaLine[]> {
  const reviews = environments.flatMap(({ environmentId, review }) =>
    review === null ? [] : [{ environmentId, reviewId: review.reviewId }],
  );
  const byReview = await listAreaFigures(on, workspaceId, reviews);
  return ({ review }) => byReview.get(review?.reviewId ?? "") ?? [];
}
