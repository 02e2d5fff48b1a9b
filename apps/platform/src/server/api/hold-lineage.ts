import { isRunId, type SqlExecutor } from "settled";
import type { EnvironmentReview } from "../../review/review.ts";
import { findReviewAnywhere, listReviewsBy } from "../../store/review-store.ts";
import type { EnvironmentScope } from "../in-environment.ts";

/** The review with its lineage held: whoever extends it meanwhile waits, and what is read is what is decided on. */
export async function holdLineage(
  tx: SqlExecutor,
  { workspaceId, environmentId }: EnvironmentScope,
  id: string,
): Promise<EnvironmentReview | null> {
  const seen = isRunId(id) ? await findReviewAnywhere(tx, workspaceId, id) : null;
  if (seen === null || seen.environmentId !== environmentId) return null;
  const key = { workspaceId, environmentId, value: seen.lineageKey };
  await listReviewsBy(tx, "find-head-for-update", key);
  return findReviewAnywhere(tx, workspaceId, id);
}

/** What a review is called in the audit log. */
export function reviewName({ sequence, periodKey }: EnvironmentReview): string {
  return `No. ${sequence}, ${periodKey}`;
}
