import type { RunScope, SqlExecutor } from "settled";
import { listReviewFigures } from "../store/review-figure-store.ts";
import { isStanding } from "./lineage.ts";
import type { EnvironmentReview } from "./review.ts";

/** One review of a lineage as a point: what was open, and how much nobody could assess. */
export interface TrendPoint {
  readonly review_id: string;
  readonly sequence: number;
  readonly period_key: string;
  readonly open_findings: number;
  readonly open_high: number;
  readonly not_assessed: number;
  readonly types: number;
  readonly types_complete: number;
}

/** More do not fit a picture that is still read. */
const POINTS_MAX = 12;
const STATEMENTS = [
  "open_findings",
  "open_high",
  "not_assessed",
  "types",
  "types_complete",
] as const;

/** The reviews of a lineage up to one of them that still stand, oldest first. */
export async function findTrend(
  on: SqlExecutor,
  scope: RunScope,
  lineage: readonly EnvironmentReview[],
): Promise<readonly TrendPoint[]> {
  const shown = lineage.filter(isStanding).slice(-POINTS_MAX);
  const reviewIds = shown.map(({ reviewId }) => reviewId);
  const figures = await listReviewFigures(on, scope, { reviewIds, statements: STATEMENTS });
  return shown.flatMap(({ reviewId, sequence, periodKey }) => {
    const stated = figures.get(reviewId);
    if (stated === undefined) return [];
    const figure = (statement: (typeof STATEMENTS)[number]) => stated.get(statement) ?? 0;
    return [
      {
        review_id: reviewId,
        sequence,
        period_key: periodKey,
        open_findings: figure("open_findings"),
        open_high: figure("open_high"),
        not_assessed: figure("not_assessed"),
        types: figure("types"),
        types_complete: figure("types_complete"),
      },
    ];
  });
}
