import type { RunId, RunScope, SqlExecutor } from "settled";
import type { EvidenceLine } from "../review/review-document.ts";
import type { EnvironmentReview, ReviewStatus } from "../review/review.ts";
import { newestPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";
import type { ReviewManifest } from "./review-manifest-store.ts";

interface ReviewRow {
  readonly review_id: string;
  readonly environment_id: string;
  readonly composed_by_run_id: RunId | null;
  readonly fingerprint: string | null;
  readonly lineage_key: string;
  readonly sequence: number;
  readonly supersedes_id: string | null;
  readonly document_hash: string;
  readonly completeness: number;
  readonly status: EnvironmentReview["status"];
  readonly snapshot_id: string;
  readonly period_key: string;
  readonly baseline_id: string | null;
  readonly baseline_version: number | null;
  readonly as_of: Date;
  readonly created_at: Date;
}

type ReviewQuery =
  | "find-reviews-of-run"
  | "find-reviews-by-fingerprint"
  | "find-reviews-confirmed-by-run"
  | "list-lineage"
  | "find-head-for-update";

/** Reviews of one environment by run, fingerprint or lineage. */
export async function listReviewsBy(
  on: SqlExecutor,
  query: ReviewQuery,
  key: RunScope & { readonly value: string },
): Promise<readonly EnvironmentReview[]> {
  const values = [key.workspaceId, key.environmentId, key.value];
  const { rows } = await on.executeSql(platformSql(query), values);
  return rows.map((row) => asReview(row as ReviewRow));
}

export async function listReviews(
  on: SqlExecutor,
  scope: RunScope,
): Promise<readonly EnvironmentReview[]> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("list-reviews"), values);
  return rows.map((row) => asReview(row as ReviewRow));
}

export function pageReviews(
  on: SqlExecutor,
  scope: RunScope,
  order: PageOrder<NewestPlace>,
): Promise<Page<EnvironmentReview, NewestPlace>> {
  const asEntry = (row: unknown) => asReview(row as ReviewRow);
  const placeOf = (one: EnvironmentReview) => ({ at: one.createdAt, id: one.reviewId });
  return newestPage(on, scope, { ...order, name: "page-reviews", asEntry, placeOf });
}

/** Whatever its environment: the caller compares the scope. */
export async function findReviewAnywhere(
  on: SqlExecutor,
  workspaceId: string,
  reviewId: string,
): Promise<EnvironmentReview | null> {
  const { rows } = await on.executeSql(platformSql("find-review-by-id"), [workspaceId, reviewId]);
  return rows.length === 0 ? null : asReview(rows[0] as ReviewRow);
}

export interface NewReview {
  readonly reviewId: string;
  readonly runId: RunId;
  readonly manifest: ReviewManifest;
  readonly sequence: number;
  readonly supersedesId: string | null;
  readonly documentHash: string;
  readonly completeness: number;
  readonly evidence: readonly EvidenceLine[];
}

/** Inserts a current review; false if its place, content or predecessor was taken meanwhile. */
export async function insertReview(
  tx: SqlExecutor,
  scope: RunScope,
  input: NewReview,
): Promise<boolean> {
  const { manifest } = input;
  const key = [scope.workspaceId, scope.environmentId, input.reviewId];
  const { rows } = await tx.executeSql(platformSql("insert-review"), [
    ...key,
    input.runId,
    manifest.fingerprint,
    manifest.lineageKey,
    input.sequence,
    input.supersedesId,
    input.documentHash,
    input.completeness,
    manifest.snapshotId,
    manifest.inputs.period_key,
    manifest.baselineId,
    manifest.baselineVersion,
    manifest.asOf,
  ]);
  if (rows.length === 0) return false;
  const evidence = JSON.stringify(input.evidence);
  await tx.executeSql(platformSql("insert-review-evidence"), [...key, evidence]);
  return true;
}

/** False if the review had another status meanwhile. */
export async function setReviewStatus(
  tx: SqlExecutor,
  scope: RunScope,
  change: { readonly reviewId: string; readonly from: ReviewStatus; readonly to: ReviewStatus },
): Promise<boolean> {
  const { reviewId, from, to } = change;
  const values = [scope.workspaceId, scope.environmentId, reviewId, from, to];
  const { rows } = await tx.executeSql(platformSql("set-review-status"), values);
  return rows.length > 0;
}

/** The baseline that the environment's last review was compared with. */
export async function findLastBaseline(on: SqlExecutor, scope: RunScope): Promise<string | null> {
  const values = [scope.workspaceId, scope.environmentId];
  const { rows } = await on.executeSql(platformSql("find-last-baseline"), values);
  return (rows[0] as { readonly baseline_id: string | null } | undefined)?.baseline_id ?? null;
}

/** How many reviews of other environments of the workspace bear the run. */
export async function countReviewsElsewhere(
  on: SqlExecutor,
  scope: RunScope,
  runId: RunId,
): Promise<number> {
  const values = [scope.workspaceId, scope.environmentId, runId];
  const { rows } = await on.executeSql(platformSql("count-reviews-of-run-elsewhere"), values);
  return (rows[0] as { readonly reviews: number }).reviews;
}

/** Reviews that appeared in a time without naming a run, 20 at most. */
export async function listUnattributedReviews(
  on: SqlExecutor,
  scope: RunScope,
  window: { readonly from: Date; readonly until: Date | null },
): Promise<readonly EnvironmentReview[]> {
  const values = [scope.workspaceId, scope.environmentId, window.from, window.until];
  const { rows } = await on.executeSql(platformSql("list-unattributed-reviews"), values);
  return rows.map((row) => asReview(row as ReviewRow));
}

export async function confirmReview(
  tx: SqlExecutor,
  scope: RunScope,
  confirmation: { readonly reviewId: string; readonly runId: RunId; readonly snapshotId: string },
): Promise<void> {
  await tx.executeSql(platformSql("confirm-review"), [
    scope.workspaceId,
    scope.environmentId,
    confirmation.reviewId,
    confirmation.runId,
    confirmation.snapshotId,
  ]);
}

export interface ReviewConfirmation {
  readonly run_id: string;
  readonly snapshot_id: string;
  readonly confirmed_at: Date;
}

export async function listConfirmations(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<readonly ReviewConfirmation[]> {
  const values = [scope.workspaceId, scope.environmentId, reviewId];
  const { rows } = await on.executeSql(platformSql("list-review-confirmations"), values);
  return rows as readonly ReviewConfirmation[];
}

/** How many figures of a review say where they come from. */
export async function countEvidence(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<number> {
  const values = [scope.workspaceId, scope.environmentId, reviewId];
  const { rows } = await on.executeSql(platformSql("count-review-evidence"), values);
  return (rows[0] as { readonly figures: number }).figures;
}

function asReview(row: ReviewRow): EnvironmentReview {
  return {
    reviewId: row.review_id,
    environmentId: row.environment_id,
    composedByRunId: row.composed_by_run_id,
    fingerprint: row.fingerprint,
    lineageKey: row.lineage_key,
    sequence: row.sequence,
    supersedesId: row.supersedes_id,
    documentHash: row.document_hash,
    completeness: row.completeness,
    status: row.status,
    snapshotId: row.snapshot_id,
    periodKey: row.period_key,
    baselineId: row.baseline_id,
    baselineVersion: row.baseline_version,
    asOf: row.as_of,
    createdAt: row.created_at,
  };
}

/** A review as an import from another system leaves it: it claims a run and has no fingerprint. */
export async function insertImportedReview(
  on: SqlExecutor,
  scope: RunScope,
  review: {
    readonly reviewId: string;
    readonly runId: RunId;
    readonly lineageKey: string;
    readonly snapshotId: string;
  },
): Promise<void> {
  await on.executeSql(platformSql("insert-imported-review"), [
    scope.workspaceId,
    scope.environmentId,
    review.reviewId,
    review.runId,
    review.lineageKey,
    "document1:imported",
    review.snapshotId,
  ]);
}
