import type { OperationRun, SqlExecutor, TruthReader } from "settled";
import { asExecutor } from "../store/as-executor.ts";
import { findManifest, type FrozenManifest } from "../store/review-manifest-store.ts";
import {
  countEvidence,
  countReviewsElsewhere,
  listReviewsBy,
  listUnattributedReviews,
} from "../store/review-store.ts";
import { COMPOSE_INPUT } from "./compose-input.ts";
import { gatherInputs } from "./found-inputs.ts";
import { reviewBlocker, type ReviewBlocker } from "./review-blocker.ts";
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
  /** Reviews of other environments that bear the run; how many is all that may be known of them. */
  readonly elsewhere: number;
  readonly manifest: FrozenManifest | null;
  readonly own: readonly CandidateReview[];
  /** Of the same fingerprint or confirmed by this run, made by other runs. */
  readonly equivalent: readonly CandidateReview[];
  /** Where no inputs are known: reviews without a run that appeared while this one was under way. */
  readonly unattributed: readonly EnvironmentReview[];
  /** The lineage that this run would have extended, oldest first. */
  readonly lineage: readonly EnvironmentReview[];
  /** What keeps a review from being composed now. */
  readonly blocker: ReviewBlocker | null;
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
  const manifest = await findManifest(on, { workspaceId, environmentId, runId: run.id });
  const own = await reviewsBy("find-reviews-of-run", run.id);
  const confirmed = await reviewsBy("find-reviews-confirmed-by-run", run.id);
  const sameContent =
    manifest === null ? [] : await reviewsBy("find-reviews-by-fingerprint", manifest.fingerprint);
  const others = new Map(
    [...confirmed, ...sameContent]
      .filter(({ composedByRunId }) => composedByRunId !== run.id)
      .map((review) => [review.reviewId, review]),
  );
  const from = run.startedAt ?? run.createdAt;
  return {
    elsewhere: await countReviewsElsewhere(on, run, run.id),
    manifest,
    own: await asCandidates(on, run, own),
    equivalent: await asCandidates(on, run, [...others.values()]),
    unattributed:
      manifest === null
        ? await listUnattributedReviews(on, run, { from, until: run.completedAt })
        : [],
    lineage: manifest === null ? [] : await reviewsBy("list-lineage", manifest.lineageKey),
    blocker: manifest === null ? await gatherBlocker(on, run) : null,
  };
}

/** One after the other: the look is one transaction on one connection. */
async function asCandidates(
  on: SqlExecutor,
  { workspaceId, environmentId }: OperationRun,
  reviews: readonly EnvironmentReview[],
): Promise<readonly CandidateReview[]> {
  const scope = { workspaceId, environmentId };
  const candidates: CandidateReview[] = [];
  for (const review of reviews) {
    candidates.push({
      review,
      document: await readDocument(on, workspaceId, review),
      evidenceLines: await countEvidence(on, scope, review.reviewId),
      lineage: await listReviewsBy(on, "list-lineage", { ...scope, value: review.lineageKey }),
    });
  }
  return candidates;
}

/** An input that this release cannot read names no blocker: it is not known what was asked for. */
async function gatherBlocker(on: SqlExecutor, run: OperationRun): Promise<ReviewBlocker | null> {
  const input = COMPOSE_INPUT.safeParse(run.input);
  return input.success ? reviewBlocker(await gatherInputs(on, run, input.data)) : null;
}
