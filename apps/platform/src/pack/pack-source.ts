import { isRunId, type RunScope, type SqlExecutor } from "settled";
import { compareWithPredecessor } from "../review/compare-with-predecessor.ts";
import { standingPredecessor, standingSuccessor } from "../review/lineage.ts";
import type { EnvironmentReview } from "../review/review.ts";
import { readDocument } from "../review/stored-document.ts";
import { findEnvironment } from "../store/environment.ts";
import { findReviewAnywhere, listReviewsBy } from "../store/review-store.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { SinceLast } from "../review/later-answers.ts";
import type { PackChanges, PackInput } from "./pack-input.ts";

/** Why a review cannot be rendered: reasons of the operation. */
export type PackBlocker =
  | "environment_missing"
  | "review_missing"
  | "review_withheld"
  | "review_untrustworthy";

/** What packs of one review are rendered from, whatever their profile; or why they are not. */
export type PackSource =
  | {
      readonly kind: "found";
      readonly review: EnvironmentReview;
      readonly input: Omit<PackInput, "profile" | "fingerprint">;
    }
  | { readonly kind: "refused"; readonly because: PackBlocker };

/** Reads a review with everything that its packs print. A review of another environment is not there. */
export async function readPackSource(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<PackSource> {
  const environment = await findEnvironment(on, scope);
  const workspace = await findWorkspace(on, scope.workspaceId);
  if (environment === null || workspace === null) return refused("environment_missing");
  const placed = await findPlacedReview(on, scope, reviewId);
  if (placed === null) return refused("review_missing");
  const { review, lineage } = placed;
  if (isWithheld(review)) return refused("review_withheld");
  const document = await readDocument(on, scope.workspaceId, review);
  if (document === null) return refused("review_untrustworthy");
  const predecessor = standingPredecessor(lineage, review);
  const since = await compareWithPredecessor(on, scope, { review, document, predecessor });
  return {
    kind: "found",
    review,
    input: {
      document,
      changes: since.kind === "compared" ? printed(since) : null,
      review: {
        review_id: review.reviewId,
        sequence: review.sequence,
        has_predecessor: since.kind !== "first",
        period_key: review.periodKey,
        as_of: review.asOf.toISOString(),
        fingerprint: review.fingerprint,
        document_hash: review.documentHash,
      },
      branding: { provider_name: workspace.name, environment_name: environment.name },
    },
  };
}

/** Names of groups are not printed, so they are no input of a pack. */
function printed(since: Extract<SinceLast, { kind: "compared" }>): PackChanges {
  const { group_names: _names, kind: _kind, ...changes } = since;
  return changes;
}

export interface PlacedReview {
  readonly review: EnvironmentReview;
  readonly lineage: readonly EnvironmentReview[];
  /** A newer review of the lineage stands: what is made of this one is stale. */
  readonly isStale: boolean;
}

export async function findPlacedReview(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<PlacedReview | null> {
  const { workspaceId, environmentId } = scope;
  const review = isRunId(reviewId) ? await findReviewAnywhere(on, workspaceId, reviewId) : null;
  if (review === null || review.environmentId !== environmentId) return null;
  const key = { workspaceId, environmentId, value: review.lineageKey };
  const lineage = await listReviewsBy(on, "list-lineage", key);
  return { review, lineage, isStale: standingSuccessor(lineage, review) !== null };
}

/** A review that nobody should read on must not leave the house as a pack either. */
export function isWithheld({ status }: Pick<EnvironmentReview, "status">): boolean {
  return status !== "current" && status !== "superseded";
}

function refused(because: PackBlocker): PackSource {
  return { kind: "refused", because };
}
