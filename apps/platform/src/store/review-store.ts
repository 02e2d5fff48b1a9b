import type { RunId, RunScope, SqlExecutor } from "settled";
import type { EvidenceLine } from "../review/review-document.ts";
import type { ReviewInputs } from "../review/review-inputs.ts";
import type { EnvironmentReview } from "../review/review.ts";
import { platformSql } from "./platform-sql.ts";

/** What a run composes from, frozen before anything was composed. */
export interface ReviewManifest {
  readonly fingerprint: string;
  readonly lineageKey: string;
  readonly inputs: ReviewInputs;
  readonly snapshotId: string;
  readonly asOf: Date;
}

interface ManifestRow {
  readonly fingerprint: string;
  readonly lineage_key: string;
  readonly inputs: ReviewInputs;
  readonly snapshot_id: string;
  readonly as_of: Date;
}

/** Freezes the manifest of a run, or answers the one that an earlier attempt of it froze. */
export async function freezeManifest(
  on: SqlExecutor,
  scope: RunScope & { readonly runId: RunId },
  manifest: Omit<ReviewManifest, "asOf">,
): Promise<ReviewManifest> {
  await on.executeSql(platformSql("freeze-manifest"), [
    scope.workspaceId,
    scope.environmentId,
    scope.runId,
    manifest.fingerprint,
    manifest.lineageKey,
    JSON.stringify(manifest.inputs),
    manifest.snapshotId,
  ]);
  const frozen = await findManifest(on, scope);
  if (frozen === null) throw new Error("The manifest that was just frozen is gone.");
  return frozen;
}

export async function findManifest(
  on: SqlExecutor,
  scope: RunScope & { readonly runId: RunId },
): Promise<ReviewManifest | null> {
  const values = [scope.workspaceId, scope.environmentId, scope.runId];
  const { rows } = await on.executeSql(platformSql("find-manifest"), values);
  if (rows.length === 0) return null;
  const row = rows[0] as ManifestRow;
  return {
    fingerprint: row.fingerprint,
    lineageKey: row.lineage_key,
    inputs: row.inputs,
    snapshotId: row.snapshot_id,
    asOf: row.as_of,
  };
}

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
  readonly as_of: Date;
  readonly created_at: Date;
}

type ReviewQuery =
  | "find-reviews-of-run"
  | "find-reviews-by-fingerprint"
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
  readonly predecessor: EnvironmentReview | null;
  readonly documentHash: string;
  readonly completeness: number;
  readonly evidence: readonly EvidenceLine[];
}

/** Puts a review at the head of its lineage; false if its place, content or predecessor was taken meanwhile. */
export async function insertReviewAtHead(
  tx: SqlExecutor,
  scope: RunScope,
  input: NewReview,
): Promise<boolean> {
  const { manifest, predecessor } = input;
  const key = [scope.workspaceId, scope.environmentId];
  if (predecessor !== null) {
    await tx.executeSql(platformSql("supersede-review"), [...key, predecessor.reviewId]);
  }
  const { rows } = await tx.executeSql(platformSql("insert-review"), [
    ...key,
    input.reviewId,
    input.runId,
    manifest.fingerprint,
    manifest.lineageKey,
    (predecessor?.sequence ?? 0) + 1,
    predecessor?.reviewId ?? null,
    input.documentHash,
    input.completeness,
    manifest.snapshotId,
    manifest.inputs.period_key,
    manifest.asOf,
  ]);
  if (rows.length === 0) return false;
  const evidence = JSON.stringify(input.evidence);
  await tx.executeSql(platformSql("insert-review-evidence"), [...key, input.reviewId, evidence]);
  return true;
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

export async function countEvidence(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<number> {
  const values = [scope.workspaceId, scope.environmentId, reviewId];
  const { rows } = await on.executeSql(platformSql("list-review-evidence"), values);
  return rows.length;
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
