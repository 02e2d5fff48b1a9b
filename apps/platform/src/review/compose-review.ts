import type { ArtifactRef, OperationRun, RunResult, TrackedRun } from "settled";
import { v7 as uuidv7 } from "uuid";
import type { PlatformParts } from "../platform-parts.ts";
import { putBlobs } from "../store/blob.ts";
import { findEnvironment } from "../store/environment.ts";
import {
  confirmReview,
  freezeManifest,
  insertReviewAtHead,
  listReviewsBy,
  type ReviewManifest,
} from "../store/review-store.ts";
import { findLatestSnapshot, findSnapshot, readSnapshotContent } from "../store/snapshot-store.ts";
import { completenessOf, composeDocument } from "./compose-document.ts";
import { REVIEW_ARTIFACT_TYPE } from "./review-artifact.ts";
import type { ReviewDocument } from "./review-document.ts";
import { lineageKey, reviewFingerprint, reviewInputs } from "./review-inputs.ts";
import { resultOfReview } from "./result-of-review.ts";
import { type DocumentBlob, documentBlob } from "./stored-document.ts";

export interface ComposeInput {
  readonly period: string;
  readonly snapshot_id?: string | undefined;
}

const LINEAGE_RACES_MAX = 4;

interface Composition {
  readonly manifest: ReviewManifest;
  readonly document: ReviewDocument;
  readonly blob: DocumentBlob;
}

/**
 * Freezes the inputs, computes the document, keeps it, then puts the review at the head of its lineage in one
 * transaction that the run's attempt must still own. The same content that is there already is confirmed instead.
 */
export async function composeReview(
  parts: PlatformParts,
  tracked: TrackedRun<ComposeInput>,
): Promise<RunResult> {
  const { run, signal } = tracked;
  const manifest = await freeze(parts, run, tracked.input);
  if ("outcome" in manifest) return manifest;
  await parts.faults.reach("compose.after_manifest", run.id);
  await tracked.progress({ done: 1, total: 3, message: "inputs frozen" });
  const content = await readSnapshotContent(parts.database, run, manifest.snapshotId);
  const document = composeDocument(manifest.inputs, content);
  const blob = documentBlob(document);
  await putBlobs(parts.database, run.workspaceId, [blob]);
  await parts.faults.reach("compose.after_blobs", run.id);
  await tracked.progress({ done: 2, total: 3, message: "document kept" });
  signal.throwIfAborted();
  for (let race = 0; race < LINEAGE_RACES_MAX; race += 1) {
    const answer = await extendLineage(parts, tracked, { manifest, document, blob });
    if (answer === "raced") continue;
    await parts.faults.reach("compose.after_commit", run.id);
    return answer;
  }
  throw new Error("Other reviews of this environment kept taking the place in the lineage.");
}

async function freeze(
  parts: PlatformParts,
  run: OperationRun,
  input: ComposeInput,
): Promise<ReviewManifest | RunResult> {
  const environment = await findEnvironment(parts.database, run);
  if (environment === null) return blocked("environment_missing");
  if (environment.state !== "active") return blocked("environment_suspended");
  const snapshot =
    input.snapshot_id === undefined
      ? await findLatestSnapshot(parts.database, run)
      : await findSnapshot(parts.database, run, input.snapshot_id);
  if (snapshot === null || snapshot.state !== "sealed") return blocked("snapshot_missing");
  const inputs = reviewInputs({
    workspaceId: run.workspaceId,
    environmentId: environment.environmentId,
    snapshotHash: snapshot.snapshotHash,
    periodKey: input.period,
  });
  const { workspaceId, environmentId } = run;
  return freezeManifest(
    parts.database,
    { workspaceId, environmentId, runId: run.id },
    {
      inputs,
      fingerprint: reviewFingerprint(inputs),
      lineageKey: lineageKey(inputs),
      snapshotId: snapshot.snapshotId,
    },
  );
}

async function extendLineage(
  parts: PlatformParts,
  tracked: TrackedRun<ComposeInput>,
  composition: Composition,
): Promise<RunResult | "raced"> {
  const { run } = tracked;
  const { manifest, document, blob } = composition;
  const { workspaceId, environmentId } = run;
  const lookUp = (value: string) => ({ workspaceId, environmentId, value });
  let newerHead = false;
  try {
    return await parts.database.transaction(async (tx) => {
      // A zombie stops here: its review cannot appear once its run was settled without it.
      await tracked.guard(tx);
      const [head = null] = await listReviewsBy(
        tx,
        "find-head-for-update",
        lookUp(manifest.lineageKey),
      );
      const [same] = await listReviewsBy(
        tx,
        "find-reviews-by-fingerprint",
        lookUp(manifest.fingerprint),
      );
      if (same !== undefined) {
        const { snapshotId } = manifest;
        await confirmReview(tx, run, { reviewId: same.reviewId, runId: run.id, snapshotId });
        const result = resultOfReview(refOf(same.reviewId), document);
        return result.outcome === "succeeded" ? { ...result, reason: "equivalent_exists" } : result;
      }
      newerHead = head !== null && head.asOf > manifest.asOf;
      if (newerHead) throw new LostPlace();
      const reviewId = uuidv7();
      const inserted = await insertReviewAtHead(tx, run, {
        reviewId,
        manifest,
        runId: run.id,
        predecessor: head,
        documentHash: blob.hash,
        completeness: completenessOf(document),
        evidence: document.evidence,
      });
      if (!inserted) throw new LostPlace();
      await parts.faults.reach("compose.inside_transaction", run.id);
      return resultOfReview(refOf(reviewId), document);
    });
  } catch (error) {
    if (!(error instanceof LostPlace)) throw error;
    return newerHead ? { outcome: "failed", reason: "newer_head_exists" } : "raced";
  }
}

/** Another review took the place in the lineage; the transaction must not stand. */
class LostPlace extends Error {}

function refOf(id: string): ArtifactRef {
  return { type: REVIEW_ARTIFACT_TYPE, id };
}

function blocked(reason: string): RunResult {
  return { outcome: "blocked", reason };
}
