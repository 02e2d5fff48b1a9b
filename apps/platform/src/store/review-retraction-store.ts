import type { RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** Who took a review back, and why. */
export interface ReviewRetraction {
  /** `withdrawn`: it stood once, and its maker takes it back. `invalid`: it must not be trusted. */
  readonly became: "withdrawn" | "invalid";
  readonly actor: string;
  readonly reason: string;
  readonly retracted_at: Date;
}

export async function findRetraction(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<ReviewRetraction | null> {
  const values = [scope.workspaceId, scope.environmentId, reviewId];
  const { rows } = await on.executeSql(platformSql("find-retraction"), values);
  return (rows[0] as ReviewRetraction | undefined) ?? null;
}

export async function insertRetraction(
  tx: SqlExecutor,
  scope: RunScope,
  retraction: Omit<ReviewRetraction, "retracted_at"> & { readonly reviewId: string },
): Promise<void> {
  await tx.executeSql(platformSql("insert-retraction"), [
    scope.workspaceId,
    scope.environmentId,
    retraction.reviewId,
    retraction.became,
    retraction.actor,
    retraction.reason,
  ]);
}
