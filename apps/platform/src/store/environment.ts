import type { EnvironmentId, RunScope, SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

export interface FolderProvider {
  readonly kind: "folder";
  /** Where the server finds the export. */
  readonly root: string;
}

/** Nobody has said yet where its configuration is read from. */
export interface NoProvider {
  readonly kind: "none";
}

export type EnvironmentProvider = FolderProvider | NoProvider;

/** Only an active environment is read and written. */
export const ENVIRONMENT_STATES = ["active", "suspended", "archived"] as const;
export type EnvironmentState = (typeof ENVIRONMENT_STATES)[number];

export interface ManagedEnvironment {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId;
  readonly name: string;
  readonly state: EnvironmentState;
  readonly provider: EnvironmentProvider;
}

interface EnvironmentRow {
  readonly workspace_id: WorkspaceId;
  readonly environment_id: EnvironmentId;
  readonly name: string;
  readonly state: EnvironmentState;
  readonly provider: EnvironmentProvider;
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

/** Null if one of this id exists already. */
export async function insertEnvironment(
  tx: SqlExecutor,
  input: Omit<ManagedEnvironment, "state">,
): Promise<ManagedEnvironment | null> {
  const { workspaceId, environmentId, name, provider } = input;
  const values = [workspaceId, environmentId, name, JSON.stringify(provider)];
  const { rows } = await tx.executeSql(platformSql("insert-environment"), values);
  return rows.length === 0 ? null : asEnvironment(rows[0]);
}

/** The environment as it stands, held so until the end of the transaction. */
export async function holdEnvironment(
  tx: SqlExecutor,
  scope: RunScope,
): Promise<ManagedEnvironment | null> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await tx.executeSql(platformSql("hold-environment"), values);
  return rows.length === 0 ? null : asEnvironment(rows[0]);
}

export async function changeEnvironment(
  tx: SqlExecutor,
  scope: RunScope,
  change: Pick<ManagedEnvironment, "name" | "state">,
): Promise<ManagedEnvironment | null> {
  const values = [scope.workspaceId, scope.environmentId, change.name, change.state];
  const { rows } = await tx.executeSql(platformSql("change-environment"), values);
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
