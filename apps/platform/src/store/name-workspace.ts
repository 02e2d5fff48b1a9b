import type { SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

/** Names the workspace of what follows in a transaction that writes in several, one after the other. */
export async function nameWorkspace(tx: SqlExecutor, workspaceId: WorkspaceId): Promise<void> {
  await tx.executeSql(platformSql("name-workspace"), [workspaceId]);
}
