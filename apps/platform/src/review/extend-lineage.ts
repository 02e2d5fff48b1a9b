import type { RunResult, SqlExecutor, TrackedRun } from "settled";
import { v7 as uuidv7 } from "uuid";
import type { PlatformParts } from "../platform-parts.ts";
import type { ReviewManifest } from "../store/review-manifest-store.ts";
import {
  confirmReview,
  insertReview,
  listReviewsBy,
  setReviewStatus,
} from "../store/review-store.ts";
import { completenessOf } from "./compose-document.ts";
import { nextPlace } from "./lineage.ts";
import { resultOfReview } from "./result-of-review.ts";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import type { ReviewDocument } from "./review-document.ts";
import type { EnvironmentReview } from "./review.ts";
import { type DocumentBlob, readDocument } from "./stored-document.ts";

/** The first try and three more at the new head, as long as that is not newer than what was frozen. */
const TRIES_MAX = 4;

export interface Composition {
  readonly manifest: ReviewManifest;
  readonly document: ReviewDocument;
  readonly blob: DocumentBlob;
}

/**
 * Puts a composition at the head of its lineage in one transaction that the run's attempt must still own. The same
 * content that is there already is confirmed instead, and a head that is newer than the inputs is left alone.
 */
export async function extendLineage(
  parts: PlatformParts,
  tracked: TrackedRun,
  composition: Composition,
): Promise<RunResult> {
  for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
    const answer = await tryToExtend(parts, tracked, composition);
    if (answer !== "raced") return answer;
  }
  return { outcome: "failed", reason: "lineage_contended" };
}

async function tryToExtend(
  parts: PlatformParts,
  tracked: TrackedRun,
  composition: Composition,
): Promise<RunResult | "raced"> {
  const { run } = tracked;
  const { manifest } = composition;
  try {
    return await parts.database.transaction(async (tx) => {
      // A zombie stops here: its review cannot appear once its run was settled without it.
      await tracked.guard(tx);
      const key = { workspaceId: run.workspaceId, environmentId: run.environmentId };
      await listReviewsBy(tx, "find-head-for-update", { ...key, value: manifest.lineageKey });
      const [same] = await listReviewsBy(tx, "find-reviews-by-fingerprint", {
        ...key,
        value: manifest.fingerprint,
      });
      const answer =
        same === undefined
          ? await insertAtHead(tx, tracked, composition)
          : await confirm(tx, tracked, { same, composition });
      await parts.faults.reach("compose.inside_transaction", run.id);
      return answer;
    });
  } catch (error) {
    if (error instanceof PlaceTaken) return "raced";
    throw error;
  }
}

async function insertAtHead(
  tx: SqlExecutor,
  { run }: TrackedRun,
  { manifest, document, blob }: Composition,
): Promise<RunResult> {
  const { workspaceId, environmentId } = run;
  const key = { workspaceId, environmentId, value: manifest.lineageKey };
  const { current, ...place } = nextPlace(await listReviewsBy(tx, "list-lineage", key));
  if (current !== null && current.asOf > manifest.asOf) {
    return { outcome: "failed", reason: "newer_head_exists" };
  }
  if (current !== null) {
    const { reviewId } = current;
    const change = { reviewId, from: "current", to: "superseded" } as const;
    if (!(await setReviewStatus(tx, run, change))) throw new PlaceTaken();
  }
  const reviewId = uuidv7();
  const inserted = await insertReview(tx, run, {
    ...place,
    reviewId,
    manifest,
    runId: run.id,
    documentHash: blob.hash,
    completeness: completenessOf(document),
    evidence: document.evidence,
  });
  if (!inserted) throw new PlaceTaken();
  return resultOfReview({ type: REVIEW_ARTIFACT_TYPE, id: reviewId }, document);
}

async function confirm(
  tx: SqlExecutor,
  { run }: TrackedRun,
  found: { readonly same: EnvironmentReview; readonly composition: Composition },
): Promise<RunResult> {
  const { same, composition } = found;
  const { manifest, document, blob } = composition;
  // The same inputs give the same bytes; where they did not, nobody knows which of the two is true.
  if (same.documentHash !== blob.hash) {
    return { outcome: "attention_required", reason: "document_differs" };
  }
  if ((await readDocument(tx, run.workspaceId, same)) === null) {
    return { outcome: "attention_required", reason: "document_untrustworthy" };
  }
  const result = resultOfReview({ type: REVIEW_ARTIFACT_TYPE, id: same.reviewId }, document);
  if (same.composedByRunId === run.id) return result;
  const { snapshotId } = manifest;
  await confirmReview(tx, run, { reviewId: same.reviewId, runId: run.id, snapshotId });
  return result.outcome === "succeeded" ? { ...result, reason: "equivalent_exists" } : result;
}

/** Another review took the place in the lineage; the transaction must not stand. */
class PlaceTaken extends Error {}
