import type { RunId, RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** The right to write to an environment; a higher token was taken later. */
export type FenceToken = string & { readonly brand?: "FenceToken" };

export async function takeRestoreFence(
  tx: SqlExecutor,
  scope: RunScope,
  runId: RunId,
): Promise<FenceToken> {
  const values = [scope.workspaceId, scope.environmentId, runId];
  const { rows } = await tx.executeSql(platformSql("take-restore-fence"), values);
  return (rows[0] as { token: FenceToken }).token;
}

/** False if another restore has taken the environment since. */
export async function holdRestoreFence(
  tx: SqlExecutor,
  scope: RunScope,
  token: FenceToken,
): Promise<boolean> {
  const values = [scope.workspaceId, scope.environmentId, token];
  const { rows } = await tx.executeSql(platformSql("hold-restore-fence"), values);
  return rows.length === 1;
}
