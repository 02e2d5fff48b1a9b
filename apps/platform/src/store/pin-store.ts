import type { RunScope, SqlExecutor } from "settled";
import type { Pin } from "../baseline/pin.ts";
import { platformSql } from "./platform-sql.ts";

interface PinRow {
  readonly type: string;
  readonly match_key: string;
  readonly provider_id: string;
  readonly pinned_by: string;
  readonly pinned_at: Date;
}

export async function listPins(
  on: SqlExecutor,
  scope: RunScope,
  baselineId: string,
): Promise<readonly Pin[]> {
  const values = [scope.workspaceId, scope.environmentId, baselineId];
  const { rows } = await on.executeSql(platformSql("list-pins"), values);
  return (rows as readonly PinRow[]).map((row) => ({
    type: row.type,
    matchKey: row.match_key,
    providerId: row.provider_id,
    pinnedBy: row.pinned_by,
    pinnedAt: row.pinned_at,
  }));
}

export interface NewPin extends Omit<Pin, "pinnedAt"> {
  readonly baselineId: string;
}

/** An earlier pin of the same entry gives way. The database refuses a baseline of another workspace. */
export async function putPin(on: SqlExecutor, scope: RunScope, pin: NewPin): Promise<void> {
  await on.executeSql(platformSql("put-pin"), [
    scope.workspaceId,
    scope.environmentId,
    pin.baselineId,
    pin.type,
    pin.matchKey,
    pin.providerId,
    pin.pinnedBy,
  ]);
}

/** False where there was none. */
export async function removePin(
  on: SqlExecutor,
  scope: RunScope,
  pin: Pick<NewPin, "baselineId" | "type" | "matchKey">,
): Promise<boolean> {
  const values = [scope.workspaceId, scope.environmentId, pin.baselineId, pin.type, pin.matchKey];
  const { rows } = await on.executeSql(platformSql("remove-pin"), values);
  return rows.length > 0;
}
