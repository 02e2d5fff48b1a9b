import type { EnvironmentId, RunScope, SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

export interface FolderProvider {
  readonly kind: "folder";
  /** Where the server finds the export. */
  readonly root: string;
}

export interface ManagedEnvironment {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId;
  readonly name: string;
  readonly state: "active" | "suspended" | "archived";
  readonly provider: FolderProvider;
}

interface EnvironmentRow {
  readonly workspace_id: WorkspaceId;
  readonly environment_id: EnvironmentId;
  readonly name: string;
  readonly state: ManagedEnvironment["state"];
  readonly provider: FolderProvider;
}

export async function findEnvironment(
  on: SqlExecutor,
  scope: RunScope,
): Promise<ManagedEnvironment | null> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("find-environment"), values);
  return rows.length === 0 ? null : asEnvironment(rows[0]);
}

export async function listEnvironments(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly ManagedEnvironment[]> {
  const { rows } = await on.executeSql(platformSql("list-environments"), [workspaceId]);
  return rows.map((row) => asEnvironment(row));
}

/** By workspace; one without environments is not in the answer. */
export async function countEnvironments(
  on: SqlExecutor,
  workspaceIds: readonly WorkspaceId[],
): Promise<ReadonlyMap<WorkspaceId, number>> {
  const { rows } = await on.executeSql(platformSql("count-environments"), [workspaceIds]);
  return new Map(
    rows.map((row) => {
      const { workspace_id, environments } = row as {
        readonly workspace_id: WorkspaceId;
        readonly environments: number;
      };
      return [workspace_id, environments];
    }),
  );
}

export interface NewEnvironment {
  readonly workspaceId: WorkspaceId;
  readonly workspaceName: string;
  readonly environmentId: EnvironmentId;
  readonly environmentName: string;
  readonly provider: FolderProvider;
}

/** Makes workspace and environment unless they exist; an existing environment is pointed to the provider. */
export async function ensureEnvironment(on: SqlExecutor, input: NewEnvironment): Promise<void> {
  const { workspaceId, environmentId, provider } = input;
  await on.executeSql(platformSql("ensure-workspace"), [workspaceId, input.workspaceName]);
  await on.executeSql(platformSql("ensure-environment"), [
    workspaceId,
    environmentId,
    input.environmentName,
    JSON.stringify(provider),
  ]);
}

/** Only of an active environment anything is read or written; null if it does not exist. */
export async function setEnvironmentState(
  on: SqlExecutor,
  scope: RunScope,
  state: ManagedEnvironment["state"],
): Promise<ManagedEnvironment | null> {
  const values = [scope.workspaceId, scope.environmentId, state];
  const { rows } = await on.executeSql(platformSql("set-environment-state"), values);
  return rows.length === 0 ? null : asEnvironment(rows[0]);
}

function asEnvironment(row: unknown): ManagedEnvironment {
  const read = row as EnvironmentRow;
  return {
    workspaceId: read.workspace_id,
    environmentId: read.environment_id,
    name: read.name,
    state: read.state,
    provider: read.provider,
  };
}
