import type { EnvironmentId, SqlExecutor, WorkspaceId } from "settled";
import type { AreaLine } from "../review/review-document.ts";
import { platformSql } from "./platform-sql.ts";

const STATEMENT = /^area: (.+): (aligned|accepted|open|not_assessed|total)$/;

interface FigureRow {
  readonly review_id: string;
  readonly statement: string;
  readonly figure: number;
}

/** How each area stands, by review, as the review's own evidence states it; no document is read. */
export async function listAreaFigures(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  reviews: readonly { readonly environmentId: EnvironmentId; readonly reviewId: string }[],
): Promise<ReadonlyMap<string, readonly AreaLine[]>> {
  const { rows } = await on.executeSql(platformSql("list-area-figures"), [
    workspaceId,
    reviews.map(({ environmentId }) => environmentId),
    reviews.map(({ reviewId }) => reviewId),
  ]);
  const byReview = Map.groupBy(rows as readonly FigureRow[], ({ review_id }) => review_id);
  return new Map([...byReview].map(([id, figures]) => [id, areasOf(figures)]));
}

function areasOf(figures: readonly FigureRow[]): readonly AreaLine[] {
  const areas = new Map<string, Record<string, number>>();
  for (const { statement, figure } of figures) {
    const [, area, name] = STATEMENT.exec(statement) ?? [];
    if (area === undefined || name === undefined) continue;
    areas.set(area, { ...areas.get(area), [name]: figure });
  }
  return [...areas].map(([area, counts]) => ({
    area,
    aligned: counts["aligned"] ?? 0,
    accepted: counts["accepted"] ?? 0,
    open: counts["open"] ?? 0,
    not_assessed: counts["not_assessed"] ?? 0,
    total: counts["total"] ?? 0,
  }));
}
