import type { RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** By review, then by statement; what a review never stated is not in the answer. */
export async function listReviewFigures(
  on: SqlExecutor,
  scope: RunScope,
  asked: { readonly reviewIds: readonly string[]; readonly statements: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const values = [scope.workspaceId, scope.environmentId, asked.reviewIds, asked.statements];
  const { rows } = await on.executeSql(platformSql("list-review-figures"), values);
  const byReview = Map.groupBy(
    rows as readonly { review_id: string; statement: string; figure: number }[],
    (row) => row.review_id,
  );
  return new Map(
    [...byReview].map(([id, figures]) => [
      id,
      new Map(figures.map(({ statement, figure }) => [statement, figure])),
    ]),
  );
}
