import type { RunId, RunScope, SqlExecutor } from "settled";
import type { PackSet, PackSetMember } from "../pack/review-pack.ts";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

interface PackSetRow {
  readonly pack_set_id: string;
  readonly environment_id: string;
  readonly review_id: string;
  readonly made_by_run_id: RunId;
  readonly set_fingerprint: string;
  readonly status: PackSet["status"];
  readonly created_at: Date;
}

/** The set that a run made, or the complete one that answers a request; the database allows one of each. */
export async function findPackSetBy(
  on: SqlExecutor,
  query: "find-pack-sets-of-run" | "find-pack-sets-by-fingerprint",
  key: RunScope & { readonly value: string },
): Promise<PackSet | null> {
  const values = [key.workspaceId, key.environmentId, key.value];
  const { rows } = await on.executeSql(platformSql(query), values);
  return rows.length === 0 ? null : asPackSet(rows[0] as PackSetRow);
}

export function pagePackSets(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<PackSet, NewestPlace>> {
  const asEntry = (row: unknown) => asPackSet(row as PackSetRow);
  const placeOf = (one: PackSet) => ({ at: one.createdAt, id: one.packSetId });
  return newestPage(on, scope, { ...order, name: "page-pack-sets", asEntry, placeOf });
}

/** Whatever its environment: the caller compares the scope. */
export async function findPackSetAnywhere(
  on: SqlExecutor,
  workspaceId: string,
  packSetId: string,
): Promise<PackSet | null> {
  const values = [workspaceId, packSetId];
  const { rows } = await on.executeSql(platformSql("find-pack-set-anywhere"), values);
  return rows.length === 0 ? null : asPackSet(rows[0] as PackSetRow);
}

export async function listPackSetMembers(
  on: SqlExecutor,
  scope: RunScope,
  packSetId: string,
): Promise<readonly PackSetMember[]> {
  const values = [scope.workspaceId, scope.environmentId, packSetId];
  const { rows } = await on.executeSql(platformSql("list-pack-set-members"), values);
  return rows.map((row) => {
    const { profile, pack_id, missing } = row as {
      profile: PackSetMember["profile"];
      pack_id: string | null;
      missing: string | null;
    };
    return pack_id === null
      ? { profile, packId: null, missing: missing ?? "" }
      : { profile, packId: pack_id, missing: null };
  });
}

export interface NewPackSet {
  readonly packSetId: string;
  readonly reviewId: string;
  readonly runId: RunId;
  readonly fingerprint: string;
  readonly members: readonly PackSetMember[];
}

/** Inserts what a run answers with; false if a complete set answers the same request already. */
export async function insertPackSet(
  tx: SqlExecutor,
  scope: RunScope,
  input: NewPackSet,
): Promise<boolean> {
  const key = [scope.workspaceId, scope.environmentId, input.packSetId];
  const whole = input.members.every(({ packId }) => packId !== null);
  const { rows } = await tx.executeSql(platformSql("insert-pack-set"), [
    ...key,
    input.reviewId,
    input.runId,
    input.fingerprint,
    whole ? "ready" : "partial",
  ]);
  if (rows.length === 0) return false;
  const members = input.members.map(({ profile, packId, missing }) => ({
    profile,
    pack_id: packId,
    missing,
  }));
  await tx.executeSql(platformSql("insert-pack-set-members"), [...key, JSON.stringify(members)]);
  return true;
}

function asPackSet(row: PackSetRow): PackSet {
  return {
    packSetId: row.pack_set_id,
    environmentId: row.environment_id,
    reviewId: row.review_id,
    madeByRunId: row.made_by_run_id,
    fingerprint: row.set_fingerprint,
    status: row.status,
    createdAt: row.created_at,
  };
}
