import type { RunId, RunScope, SqlExecutor } from "settled";
import type { ReadSnapshot } from "../snapshot/snapshot-of-reading.ts";
import type {
  CoverageRecord,
  EnvironmentSnapshot,
  IgnoredFile,
  SnapshotContent,
  SnapshotItem,
} from "../snapshot/snapshot.ts";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

interface SnapshotRow {
  readonly environment_id?: string;
  readonly snapshot_id: string;
  readonly captured_by_run_id: RunId;
  readonly state: EnvironmentSnapshot["state"];
  readonly snapshot_hash: string;
  readonly normaliser_version: string;
  readonly counts: EnvironmentSnapshot["counts"];
  readonly sealed_at: Date;
}

const ITEM_BATCH_MAX = 500;

export interface NewSnapshot {
  readonly snapshotId: string;
  readonly runId: RunId;
  readonly content: ReadSnapshot;
}

/** Inserts a sealed snapshot with everything that belongs to it; meant for one transaction. */
export async function insertSnapshot(
  tx: SqlExecutor,
  scope: RunScope,
  input: NewSnapshot,
): Promise<void> {
  const { snapshotId, content } = input;
  const key = [scope.workspaceId, scope.environmentId, snapshotId];
  await tx.executeSql(platformSql("insert-snapshot"), [
    ...key,
    input.runId,
    content.snapshotHash,
    content.normaliserVersion,
    JSON.stringify(content.counts),
  ]);
  for (let start = 0; start < content.items.length; start += ITEM_BATCH_MAX) {
    const batch = content.items.slice(start, start + ITEM_BATCH_MAX).map((item) => asItemRow(item));
    await tx.executeSql(platformSql("insert-snapshot-items"), [...key, JSON.stringify(batch)]);
  }
  await tx.executeSql(platformSql("insert-snapshot-coverage"), [
    ...key,
    JSON.stringify(content.coverage),
  ]);
  await tx.executeSql(platformSql("insert-snapshot-ignored-files"), [
    ...key,
    JSON.stringify(content.ignored),
  ]);
}

export async function findSnapshot(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string,
): Promise<EnvironmentSnapshot | null> {
  return (await listSnapshots(on, "find-snapshot", scope, [snapshotId]))[0] ?? null;
}

export async function findLatestSnapshot(
  on: SqlExecutor,
  scope: RunScope,
): Promise<EnvironmentSnapshot | null> {
  return (await listSnapshots(on, "find-latest-snapshot", scope, []))[0] ?? null;
}

export function findSnapshotsOfRun(
  on: SqlExecutor,
  scope: RunScope,
  runId: RunId,
): Promise<readonly EnvironmentSnapshot[]> {
  return listSnapshots(on, "find-snapshots-of-run", scope, [runId]);
}

/** Whatever its environment: the caller compares the scope. */
export async function findSnapshotAnywhere(
  on: SqlExecutor,
  workspaceId: string,
  snapshotId: string,
): Promise<(EnvironmentSnapshot & { readonly environmentId: string }) | null> {
  const values = [workspaceId, snapshotId];
  const { rows } = await on.executeSql(platformSql("find-snapshot-by-id"), values);
  if (rows.length === 0) return null;
  const environmentId = (rows[0] as SnapshotRow).environment_id ?? "";
  return { ...asSnapshot(rows[0]), environmentId };
}

export async function readSnapshotContent(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string,
): Promise<SnapshotContent> {
  const key = [scope.workspaceId, scope.environmentId, snapshotId];
  const items = await on.executeSql(platformSql("list-snapshot-items"), key);
  const coverage = await on.executeSql(platformSql("list-snapshot-coverage"), key);
  return {
    items: items.rows.map((row) => asItem(row as ItemRow)),
    coverage: coverage.rows as readonly CoverageRecord[],
  };
}

export function pageSnapshots(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<EnvironmentSnapshot, NewestPlace>> {
  const placeOf = (one: EnvironmentSnapshot) => ({ at: one.sealedAt, id: one.snapshotId });
  return newestPage(on, scope, { ...order, name: "page-snapshots", asEntry: asSnapshot, placeOf });
}

/** Newest first, 50 at most. */
export function listRecentSnapshots(
  on: SqlExecutor,
  scope: RunScope,
): Promise<readonly EnvironmentSnapshot[]> {
  return listSnapshots(on, "list-recent-snapshots", scope, []);
}

export async function listIgnoredFiles(
  on: SqlExecutor,
  scope: RunScope,
  snapshotId: string,
): Promise<readonly IgnoredFile[]> {
  const key = [scope.workspaceId, scope.environmentId, snapshotId];
  const { rows } = await on.executeSql(platformSql("list-snapshot-ignored-files"), key);
  return rows as readonly IgnoredFile[];
}

async function listSnapshots(
  on: SqlExecutor,
  name: string,
  scope: RunScope,
  values: readonly unknown[],
): Promise<readonly EnvironmentSnapshot[]> {
  const all = [scope.workspaceId, scope.environmentId, ...values];
  const { rows } = await on.executeSql(platformSql(name), all);
  return rows.map((row) => asSnapshot(row));
}

function asSnapshot(row: unknown): EnvironmentSnapshot {
  const read = row as SnapshotRow;
  return {
    snapshotId: read.snapshot_id,
    capturedByRunId: read.captured_by_run_id,
    state: read.state,
    snapshotHash: read.snapshot_hash,
    normaliserVersion: read.normaliser_version,
    counts: read.counts,
    sealedAt: read.sealed_at,
  };
}

interface ItemRow {
  readonly type: string;
  readonly item_key: string;
  readonly state: SnapshotItem["state"];
  readonly provider_id: string | null;
  readonly display_name: string;
  readonly file: string;
  readonly raw_hash: string | null;
  readonly content_hash: string | null;
  readonly assignment_hash: string | null;
  readonly meta_hash: string | null;
  readonly declared_settings: number | null;
  readonly actual_settings: number | null;
  readonly remarks: readonly string[];
}

function asItemRow(item: SnapshotItem): ItemRow {
  return {
    type: item.type,
    item_key: item.itemKey,
    state: item.state,
    provider_id: item.providerId,
    display_name: item.displayName,
    file: item.file,
    raw_hash: item.rawHash,
    content_hash: item.contentHash,
    assignment_hash: item.assignmentHash,
    meta_hash: item.metaHash,
    declared_settings: item.declaredSettings,
    actual_settings: item.actualSettings,
    remarks: item.remarks,
  };
}

function asItem(row: ItemRow): SnapshotItem {
  return {
    type: row.type,
    itemKey: row.item_key,
    state: row.state,
    providerId: row.provider_id,
    displayName: row.display_name,
    file: row.file,
    rawHash: row.raw_hash,
    contentHash: row.content_hash,
    assignmentHash: row.assignment_hash,
    metaHash: row.meta_hash,
    declaredSettings: row.declared_settings,
    actualSettings: row.actual_settings,
    remarks: row.remarks,
  };
}
