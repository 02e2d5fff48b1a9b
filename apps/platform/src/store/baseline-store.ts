import type { SqlExecutor, WorkspaceId } from "settled";
import { v7 as uuidv7, validate as isUuid } from "uuid";
import { baselineDocument, readBaselineDocument } from "../baseline/baseline-document.ts";
import type { BaselineContent } from "../baseline/baseline-document.ts";
import type { Baseline, BaselineVersion } from "../baseline/baseline.ts";
import { asPage, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

interface VersionRow {
  readonly baseline_id: string;
  readonly version: number;
  readonly version_hash: string;
  readonly document: Buffer;
  readonly released_at: Date;
}

/** Null where the workspace has no such baseline or version. Throws if what is stored is not what was released. */
export async function findBaselineVersion(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  baselineId: string,
  version: number | "newest",
): Promise<BaselineVersion | null> {
  if (!isUuid(baselineId)) return null;
  const values = [workspaceId, baselineId, version === "newest" ? null : version];
  const { rows } = await on.executeSql(platformSql("find-baseline-version"), values);
  if (rows.length === 0) return null;
  const row = rows[0] as VersionRow;
  const stored = { bytes: row.document, versionHash: row.version_hash };
  return {
    baselineId: row.baseline_id,
    ...readBaselineDocument(stored),
    versionHash: row.version_hash,
    releasedAt: row.released_at,
  };
}

/** A baseline with what is known of its newest version without reading it. */
export type BaselineOverview = Baseline & VersionOverview;

interface OverviewRow {
  readonly baseline_id: string;
  readonly name: string;
  readonly version: number;
  readonly version_hash: string;
  readonly entries: number;
  readonly left_out: number;
  readonly source: string;
  readonly released_by: string;
  readonly released_at: Date;
}

const LISTED_MAX = 1_000;

/** By name, 1000 at most. */
export async function listBaselines(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly BaselineOverview[]> {
  return (await pageBaselines(on, workspaceId, { after: null, limit: LISTED_MAX })).entries;
}

/** A page of the baselines by name. */
export async function pageBaselines(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  { after, limit }: PageOrder<string>,
): Promise<Page<BaselineOverview, string>> {
  const values = [workspaceId, after, limit + 1];
  const { rows } = await on.executeSql(platformSql("list-baselines"), values);
  const read = (rows as readonly OverviewRow[]).map((row) => ({
    baselineId: row.baseline_id,
    name: row.name,
    ...asVersionOverview(row),
  }));
  return asPage(read, limit, ({ name }) => name);
}

function asVersionOverview(row: OverviewRow): VersionOverview {
  return {
    version: row.version,
    versionHash: row.version_hash,
    entries: row.entries,
    leftOut: row.left_out,
    source: row.source,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
  };
}

export interface VersionOverview {
  readonly version: number;
  readonly versionHash: string;
  readonly entries: number;
  readonly leftOut: number;
  readonly source: string;
  readonly releasedBy: string;
  readonly releasedAt: Date;
}

/** What is known of a baseline's versions without reading them, newest first. */
export async function pageBaselineVersions(
  on: SqlExecutor,
  place: { readonly workspaceId: WorkspaceId; readonly baselineId: string },
  { after, limit }: PageOrder<number>,
): Promise<Page<VersionOverview, number>> {
  const values = [place.workspaceId, place.baselineId, after, limit + 1];
  const { rows } = await on.executeSql(platformSql("list-baseline-versions"), values);
  const read = (rows as readonly OverviewRow[]).map(asVersionOverview);
  return asPage(read, limit, ({ version }) => version);
}

/** The names of a workspace's baselines by their ids. */
export async function baselineNames(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, string>> {
  const baselines = await listBaselines(on, workspaceId);
  return new Map(baselines.map(({ baselineId, name }) => [baselineId, name]));
}

export interface NewBaselineVersion {
  readonly name: string;
  readonly content: Omit<BaselineContent, "name" | "version">;
  /** Where it came from, in words. */
  readonly source: string;
  readonly releasedBy: string;
}

/** Releases the next version of the baseline of this name, which is made if it is new; meant for one transaction. */
export async function insertBaselineVersion(
  tx: SqlExecutor,
  workspaceId: WorkspaceId,
  input: NewBaselineVersion,
): Promise<BaselineVersion> {
  const { name, content } = input;
  await tx.executeSql(platformSql("ensure-baseline"), [workspaceId, uuidv7(), name]);
  const locked = await tx.executeSql(platformSql("lock-baseline-by-name"), [workspaceId, name]);
  const { baseline_id: baselineId } = locked.rows[0] as { readonly baseline_id: string };
  const key = [workspaceId, baselineId];
  const newest = await tx.executeSql(platformSql("find-newest-version-number"), key);
  const before = newest.rows[0] as { readonly version: number } | undefined;
  const version = (before?.version ?? 0) + 1;
  const { bytes, versionHash } = baselineDocument({ name, version, ...content });
  const { rows } = await tx.executeSql(platformSql("insert-baseline-version"), [
    ...key,
    version,
    versionHash,
    bytes,
    content.entries.length,
    content.leftOut.length,
    input.source,
    input.releasedBy,
  ]);
  const { released_at: releasedAt } = rows[0] as { readonly released_at: Date };
  return { baselineId, name, version, ...content, versionHash, releasedAt };
}
