import type { RunScope, SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** What the environment's provider must prove to be before anything is written to it; null = not pinned yet. */
export async function findPinnedIdentity(on: SqlExecutor, scope: RunScope): Promise<string | null> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("find-pinned-identity"), values);
  return (rows[0] as { pinned_identity: string | null } | undefined)?.pinned_identity ?? null;
}

/** Pins it unless one is pinned already; true if it was pinned now. */
export async function pinIdentity(
  on: SqlExecutor,
  scope: RunScope,
  identity: string,
): Promise<boolean> {
  const values = [scope.workspaceId, scope.environmentId, identity];
  const { rows } = await on.executeSql(platformSql("pin-identity"), values);
  return rows.length === 1;
}
