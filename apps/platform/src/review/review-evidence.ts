import type { OperationRun, TruthReader } from "settled";
import { asExecutor } from "../store/as-executor.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import {
  countEvidence,
  findManifest,
  listReviewsBy,
  type ReviewManifest,
} from "../store/review-store.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";
import type { ReviewDocument } from "./review-document.ts";
import type { EnvironmentReview } from "./review.ts";
import { readDocument } from "./stored-document.ts";

/** A review that may answer the run, with what was checked of it. */
export interface CandidateReview {
  readonly review: EnvironmentReview;
  /** Null if the bytes are gone or do not have their hash any more. */
  readonly document: ReviewDocument | null;
  readonly evidenceLines: number;
  readonly lineage: readonly EnvironmentReview[];
}

export interface ReviewEvidence {
  readonly environment: ManagedEnvironment | null;
  readonly snapshotExists: boolean;
  readonly manifest: ReviewManifest | null;
  readonly own: readonly CandidateReview[];
  /** Of the same fingerprint, made by other runs. */
  readonly equivalent: readonly CandidateReview[];
  /** The newest review of the lineage that this run would have extended. */
  readonly head: EnvironmentReview | null;
}

/** Looks at everything that the decision needs, in the run's own workspace and environment. */
export async function gatherReviewEvidence(
  run: OperationRun,
  truth: TruthReader,
): Promise<ReviewEvidence> {
  const on = asExecutor(truth);
  const { workspaceId, environmentId } = run;
  const reviewsBy = (query: Parameters<typeof listReviewsBy>[1], value: string) =>
    listReviewsBy(on, query, { workspaceId, environmentId, value });
  const asCandidate = async (review: EnvironmentReview): Promise<CandidateReview> => ({
    review,
    document: await readDocument(on, workspaceId, review),
    evidenceLines: await countEvidence(on, run, review.reviewId),
    lineage: await reviewsBy("list-lineage", review.lineageKey),
  });
  const manifest = await findManifest(on, { workspaceId, environmentId, runId: run.id });
  const own = await reviewsBy("find-reviews-of-run", run.id);
  const sameContent =
    manifest === null ? [] : await reviewsBy("find-reviews-by-fingerprint", manifest.fingerprint);
  const lineage = manifest === null ? [] : await reviewsBy("list-lineage", manifest.lineageKey);
  // One cursor at a time: the look is one transaction on one connection.
  const candidates = [];
  for (const review of own) candidates.push(await asCandidate(review));
  const equivalent = [];
  for (const review of sameContent.filter(({ composedByRunId }) => composedByRunId !== run.id)) {
    equivalent.push(await asCandidate(review));
  }
  return {
    environment: await findEnvironment(on, run),
    snapshotExists: (await findLatestSnapshot(on, run)) !== null,
    manifest,
    own: candidates,
    equivalent,
    head: lineage.at(-1) ?? null,
  };
}
