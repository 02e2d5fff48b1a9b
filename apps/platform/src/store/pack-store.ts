import type { RunId, RunScope, SqlExecutor } from "settled";
import type { PackManifest, ReviewPack, StoredFile } from "../pack/review-pack.ts";
import type { ReviewStatus } from "../review/review.ts";
import { asReviewPack, type PackRow } from "./pack-row.ts";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

/** Freezes what a run renders; the caller's transaction must be guarded by the attempt. */
export async function freezePackManifest(
  tx: SqlExecutor,
  scope: RunScope & { readonly runId: RunId },
  manifest: PackManifest,
): Promise<void> {
  await tx.executeSql(platformSql("freeze-pack-manifest"), [
    scope.workspaceId,
    scope.environmentId,
    scope.runId,
    manifest.reviewId,
    manifest.setFingerprint,
    JSON.stringify(manifest.packs),
  ]);
}

export async function findPackManifest(
  on: SqlExecutor,
  scope: RunScope & { readonly runId: RunId },
): Promise<PackManifest | null> {
  const values = [scope.workspaceId, scope.environmentId, scope.runId];
  const { rows } = await on.executeSql(platformSql("find-pack-manifest"), values);
  if (rows.length === 0) return null;
  const row = rows[0] as {
    review_id: string;
    set_fingerprint: string;
    packs: PackManifest["packs"];
  };
  return { reviewId: row.review_id, setFingerprint: row.set_fingerprint, packs: row.packs };
}

type PackListQuery = "list-packs-of-review" | "find-packs-by-fingerprint" | "find-packs-by-id";

/** Packs of one environment by review, fingerprints or ids. */
export async function listPacksBy(
  on: SqlExecutor,
  query: PackListQuery,
  key: RunScope & { readonly value: string | readonly string[] },
): Promise<readonly ReviewPack[]> {
  const values = [key.workspaceId, key.environmentId, key.value];
  const { rows } = await on.executeSql(platformSql(query), values);
  return rows.map((row) => asReviewPack(row as PackRow));
}

export async function listPacks(on: SqlExecutor, scope: RunScope): Promise<readonly ReviewPack[]> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("list-packs"), values);
  return rows.map((row) => asReviewPack(row as PackRow));
}

export function pagePacks(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<ReviewPack, NewestPlace>> {
  const asEntry = (row: unknown) => asReviewPack(row as PackRow);
  const placeOf = (one: ReviewPack) => ({ at: one.createdAt, id: one.packId });
  return newestPage(on, scope, { ...order, name: "page-packs", asEntry, placeOf });
}

/** How a pack stands, held so until the end of the transaction; null if there is none. */
export async function holdPack(
  tx: SqlExecutor,
  scope: RunScope,
  packId: string,
): Promise<ReviewPack["standing"]["status"] | null> {
  const values = [scope.workspaceId, scope.environmentId, packId];
  const { rows } = await tx.executeSql(platformSql("hold-pack"), values);
  const row = rows[0] as { readonly status: ReviewPack["standing"]["status"] } | undefined;
  return row?.status ?? null;
}

/** Whatever its environment: the caller compares the scope. */
export async function findPackAnywhere(
  on: SqlExecutor,
  workspaceId: string,
  packId: string,
): Promise<ReviewPack | null> {
  const { rows } = await on.executeSql(platformSql("find-pack-anywhere"), [workspaceId, packId]);
  return rows.length === 0 ? null : asReviewPack(rows[0] as PackRow);
}

/** By pack, each in the order of the pack. */
export async function listPackFiles(
  on: SqlExecutor,
  scope: RunScope,
  packIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFile[]>> {
  const values = [scope.workspaceId, scope.environmentId, packIds];
  const { rows } = await on.executeSql(platformSql("list-pack-files"), values);
  const found = rows as readonly (StoredFile & { readonly pack_id: string })[];
  const byPack = Map.groupBy(found, ({ pack_id }) => pack_id);
  return new Map(
    [...byPack].map(([packId, files]) => [
      packId,
      files.map(({ path, media_type, bytes, sha256 }) => ({ path, media_type, bytes, sha256 })),
    ]),
  );
}

export type NewPack = Pick<ReviewPack, "packId" | "reviewId" | "profile" | "make"> & {
  readonly runId: RunId;
  readonly standing: Exclude<ReviewPack["standing"], { status: "revoked" }>;
  readonly files: readonly StoredFile[];
};

/** Inserts a pack with its files; false if the same pack stands already. */
export async function insertPack(
  tx: SqlExecutor,
  scope: RunScope,
  pack: NewPack,
): Promise<boolean> {
  const { make, standing } = pack;
  const key = [scope.workspaceId, scope.environmentId, pack.packId];
  const { rows } = await tx.executeSql(platformSql("insert-pack"), [
    ...key,
    pack.reviewId,
    pack.profile,
    make.renderer_version,
    make.locale,
    make.redaction_version,
    make.branding_hash,
    make.predecessor_fingerprint,
    make.pack_fingerprint,
    standing.status,
    pack.runId,
    standing.status === "ready" ? standing.filesHash : null,
    standing.status === "failed" ? standing.failure : null,
    standing.status === "failed" ? standing.detail : null,
  ]);
  if (rows.length === 0) return false;
  const files = pack.files.map((file, position) => ({ ...file, position }));
  await tx.executeSql(platformSql("insert-pack-files"), [...key, JSON.stringify(files)]);
  return true;
}

/** Takes a pack back, and every set that answers with it; false if it does not stand. */
export async function revokePack(
  tx: SqlExecutor,
  scope: RunScope,
  input: { readonly packId: string; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const key = [scope.workspaceId, scope.environmentId, input.packId];
  const values = [...key, input.by, input.reason];
  const { rows } = await tx.executeSql(platformSql("revoke-pack"), values);
  if (rows.length === 0) return false;
  await tx.executeSql(platformSql("revoke-sets-of-pack"), key);
  return true;
}

/** The status of a review, held so until the end of the transaction; null if there is none. */
export async function holdReview(
  tx: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<ReviewStatus | null> {
  const values = [scope.workspaceId, scope.environmentId, reviewId];
  const { rows } = await tx.executeSql(platformSql("hold-review"), values);
  return rows.length === 0 ? null : (rows[0] as { status: ReviewStatus }).status;
}
