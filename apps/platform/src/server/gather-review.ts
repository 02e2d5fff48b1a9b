import { isRunId, type Settled, type SqlExecutor } from "settled";
import { type ChangedInputs, findChangedInputs } from "../review/changed-inputs.ts";
import type { DispositionInForce } from "../drift/disposition.ts";
import { compareWithPredecessor } from "../review/compare-with-predecessor.ts";
import { listRestores } from "../review/environment-restores.ts";
import type { RestoreLine, ReviewPlace, SinceLast } from "../review/later-answers.ts";
import { standingPredecessor, standingSuccessor } from "../review/lineage.ts";
import type { ReviewDocument } from "../review/review-document.ts";
import { findTrend, type TrendPoint } from "../review/review-trend.ts";
import type { EnvironmentReview } from "../review/review.ts";
import { readDocument } from "../review/stored-document.ts";
import { listDispositionsInForce } from "../store/disposition-store.ts";
import { readMoment } from "../store/review-manifest-store.ts";
import { findRetraction, type ReviewRetraction } from "../store/review-retraction-store.ts";
import {
  findReviewAnywhere,
  listConfirmations,
  listReviewsBy,
  type ReviewConfirmation,
} from "../store/review-store.ts";
import type { EnvironmentScope } from "./in-environment.ts";

/** What was recorded beside and after a document, and is told with it: never a part of its bytes. */
export interface LaterRecords {
  readonly since: SinceLast;
  readonly place: ReviewPlace;
  readonly restores: readonly RestoreLine[];
  readonly changed: ChangedInputs;
  /** Up to this review, oldest first. */
  readonly trend: readonly TrendPoint[];
  /** In force now; those at the moment of the review stand in its document. */
  readonly decisions: readonly DispositionInForce[];
}

/** What may be shown of a review: the document, or why it may not be read. */
export type ReviewContent =
  | { readonly kind: "intact"; readonly document: ReviewDocument; readonly later: LaterRecords }
  /** Its bytes are gone, or do not have their hash any more. */
  | { readonly kind: "untrustworthy" }
  /** Withdrawn or marked as invalid: nobody should read on. */
  | { readonly kind: "withheld" };

export interface FoundReview {
  readonly review: EnvironmentReview;
  readonly content: ReviewContent;
  /** The review that this one replaced; what was taken back in between is passed over. */
  readonly predecessor: EnvironmentReview | null;
  readonly successor: EnvironmentReview | null;
  readonly retraction: ReviewRetraction | null;
  /** Newest first. */
  readonly confirmations: readonly ReviewConfirmation[];
}

/** Where a review is looked for: its store, and the library that knows the runs. */
export interface ReviewSources {
  readonly on: SqlExecutor;
  readonly settled: Settled;
}

/** A review of the environment with its place in the lineage; one of another environment is not there. */
export async function gatherReview(
  sources: ReviewSources,
  scope: Pick<EnvironmentScope, "workspaceId" | "environmentId">,
  id: string,
): Promise<FoundReview | null> {
  const { on } = sources;
  const { workspaceId, environmentId } = scope;
  const review = isRunId(id) ? await findReviewAnywhere(on, workspaceId, id) : null;
  if (review === null || review.environmentId !== environmentId) return null;
  const key = { workspaceId, environmentId, value: review.lineageKey };
  const lineage = await listReviewsBy(on, "list-lineage", key);
  const predecessor = standingPredecessor(lineage, review);
  return {
    review,
    content: await readContent(sources, scope, { review, predecessor, lineage }),
    predecessor,
    successor: standingSuccessor(lineage, review),
    retraction: await findRetraction(on, scope, id),
    confirmations: await listConfirmations(on, scope, id),
  };
}

async function readContent(
  { on, settled }: ReviewSources,
  scope: Pick<EnvironmentScope, "workspaceId" | "environmentId">,
  placed: {
    readonly review: EnvironmentReview;
    readonly predecessor: EnvironmentReview | null;
    readonly lineage: readonly EnvironmentReview[];
  },
): Promise<ReviewContent> {
  const { status, sequence, asOf } = placed.review;
  if (status === "withdrawn" || status === "invalid") return { kind: "withheld" };
  const document = await readDocument(on, scope.workspaceId, placed.review);
  if (document === null) return { kind: "untrustworthy" };
  const upToHere = placed.lineage.filter((line) => line.sequence <= sequence);
  const baselineId = document.baseline?.baseline_id ?? null;
  const later = {
    since: await compareWithPredecessor(on, scope, { ...placed, document }),
    place: { as_of: asOf.toISOString(), sequence, status },
    restores: await listRestores(settled, scope, await readMoment(on)),
    changed: await findChangedInputs(on, scope, document),
    trend: await findTrend(on, scope, upToHere),
    decisions: await listDispositionsInForce(on, scope, baselineId, null),
  };
  return { kind: "intact", document, later };
}
