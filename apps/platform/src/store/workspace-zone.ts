import type { SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

/** A workspace with the IANA name of the time zone that it tells its times in; null = none was chosen. */
export interface ZonedWorkspace {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly timeZone: string | null;
}

/** The zones that were chosen, by workspace. */
export async function listTimeZones(
  on: SqlExecutor,
  workspaceIds: readonly WorkspaceId[],
): Promise<ReadonlyMap<WorkspaceId, string>> {
  const { rows } = await on.executeSql(platformSql("list-time-zones"), [workspaceIds]);
  return new Map(
    rows.map((row) => {
      const { workspace_id: id, time_zone: zone } = row as {
        readonly workspace_id: WorkspaceId;
        readonly time_zone: string;
      };
      return [id, zone];
    }),
  );
}

/** The workspace as it stands, held so until the end of the transaction. */
export async function holdWorkspace(
  tx: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<ZonedWorkspace | null> {
  const { rows } = await tx.executeSql(platformSql("hold-workspace"), [workspaceId]);
  if (rows.length === 0) return null;
  const { name, time_zone: timeZone } = rows[0] as {
    readonly name: string;
    readonly time_zone: string | null;
  };
  return { workspaceId, name, timeZone };
}

export async function writeTimeZone(
  tx: SqlExecutor,
  workspaceId: WorkspaceId,
  timeZone: string | null,
): Promise<void> {
  await tx.executeSql(platformSql("set-time-zone"), [workspaceId, timeZone]);
}
