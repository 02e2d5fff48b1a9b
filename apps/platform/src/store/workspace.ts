import type { SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

export interface Workspace {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
}

interface WorkspaceRow {
  readonly workspace_id: WorkspaceId;
  readonly name: string;
}

export async function listWorkspaces(on: SqlExecutor): Promise<readonly Workspace[]> {
  const { rows } = await on.executeSql(platformSql("list-workspaces"));
  return rows.map((row) => asWorkspace(row));
}

export async function findWorkspace(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<Workspace | null> {
  const { rows } = await on.executeSql(platformSql("find-workspace"), [workspaceId]);
  return rows.length === 0 ? null : asWorkspace(rows[0]);
}

function asWorkspace(row: unknown): Workspace {
  const { workspace_id: workspaceId, name } = row as WorkspaceRow;
  return { workspaceId, name };
}
