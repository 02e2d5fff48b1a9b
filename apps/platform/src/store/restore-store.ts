import type { RunId, RunScope, SqlExecutor, WorkspaceId } from "settled";
import type { ItemJudgement, JudgedItem } from "../restore/item-judgement.ts";
import type { PlannedItem, PlanOptions, RestorePlan } from "../restore/restore-plan.ts";
import type { RestoreRecord } from "../restore/restore-record.ts";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";
import type { FenceToken } from "./restore-fence.ts";

const ITEM_BATCH_MAX = 500;

export interface NewRestore {
  readonly restoreId: string;
  readonly runId: RunId;
  readonly resumesRestoreId: string | null;
  readonly fence: FenceToken;
  readonly plan: RestorePlan;
}

/** Seals a plan: the restore and all its items, meant for one transaction. */
export async function insertRestore(
  tx: SqlExecutor,
  scope: RunScope,
  input: NewRestore,
): Promise<void> {
  const { restoreId, plan } = input;
  const key = [scope.workspaceId, scope.environmentId, restoreId];
  await tx.executeSql(platformSql("insert-restore"), [
    ...key,
    input.runId,
    plan.snapshotId,
    input.resumesRestoreId,
    JSON.stringify(plan.options),
    plan.planHash,
    input.fence,
  ]);
  for (let start = 0; start < plan.items.length; start += ITEM_BATCH_MAX) {
    const batch = plan.items.slice(start, start + ITEM_BATCH_MAX).map((planned) => ({
      item_no: planned.itemNo,
      action: planned.action,
      planned,
    }));
    await tx.executeSql(platformSql("insert-restore-items"), [...key, JSON.stringify(batch)]);
  }
}

/** Whatever their environment: the caller compares the scope. */
export async function findRestoresOfRun(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  runId: RunId,
): Promise<readonly RestoreRecord[]> {
  const values = [workspaceId, runId];
  const { rows } = await on.executeSql(platformSql("find-restores-of-run"), values);
  return rows.map((row) => asRecord(row as RestoreRow));
}

/** Whatever its environment: the caller compares the scope. */
export async function findRestoreAnywhere(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  restoreId: string,
): Promise<RestoreRecord | null> {
  const values = [workspaceId, restoreId];
  const { rows } = await on.executeSql(platformSql("find-restore-by-id"), values);
  return rows.length === 0 ? null : asRecord(rows[0] as RestoreRow);
}

export function pageRestores(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<RestoreRecord, NewestPlace>> {
  const asEntry = (row: unknown) => asRecord(row as RestoreRow);
  const placeOf = (one: RestoreRecord) => ({ at: one.sealedAt, id: one.restoreId });
  return newestPage(on, scope, { ...order, name: "page-restores", asEntry, placeOf });
}

/** Newest first, 50 at most. */
export async function listRestores(
  on: SqlExecutor,
  scope: RunScope,
): Promise<readonly RestoreRecord[]> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("list-restores"), values);
  return rows.map((row) => asRecord(row as RestoreRow));
}

export interface StoredItem {
  readonly item: PlannedItem;
  /** Null until the run judged it at its end. */
  readonly judgement: ItemJudgement | null;
}

export async function listRestoreItems(
  on: SqlExecutor,
  scope: RunScope,
  restoreId: string,
): Promise<readonly StoredItem[]> {
  const values = [scope.workspaceId, scope.environmentId, restoreId];
  const { rows } = await on.executeSql(platformSql("list-restore-items"), values);
  return rows.map((row) => {
    const { planned, judgement } = row as { planned: PlannedItem; judgement: ItemJudgement | null };
    return { item: planned, judgement };
  });
}

/** Keeps what became of every item; meant for the transaction that ends the run. */
export async function endRestore(
  tx: SqlExecutor,
  scope: RunScope,
  ended: { readonly restoreId: string; readonly judged: readonly JudgedItem[] },
): Promise<void> {
  const key = [scope.workspaceId, scope.environmentId, ended.restoreId];
  for (let start = 0; start < ended.judged.length; start += ITEM_BATCH_MAX) {
    const batch = ended.judged.slice(start, start + ITEM_BATCH_MAX).map(({ item, judgement }) => ({
      item_no: item.itemNo,
      truth: judgement.truth,
      judgement,
    }));
    await tx.executeSql(platformSql("judge-restore-items"), [...key, JSON.stringify(batch)]);
  }
  await tx.executeSql(platformSql("end-restore"), key);
}

interface RestoreRow {
  readonly environment_id: string;
  readonly restore_id: string;
  readonly run_id: RunId;
  readonly snapshot_id: string;
  readonly resumes_restore_id: string | null;
  readonly options: PlanOptions;
  readonly plan_hash: string;
  readonly sealed_at: Date;
  readonly judged_at: Date | null;
}

function asRecord(row: RestoreRow): RestoreRecord {
  return {
    environmentId: row.environment_id,
    restoreId: row.restore_id,
    runId: row.run_id,
    snapshotId: row.snapshot_id,
    resumesRestoreId: row.resumes_restore_id,
    options: row.options,
    planHash: row.plan_hash,
    sealedAt: row.sealed_at,
    judgedAt: row.judged_at,
  };
}
