import type { OperationRun, RunScope, SqlExecutor, TruthReader } from "settled";
import { readDocument } from "../review/stored-document.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findEnvironment } from "../store/environment.ts";
import { findPackSetBy } from "../store/pack-set-store.ts";
import { findPackManifest } from "../store/pack-store.ts";
import { type CandidateSet, checkSet } from "./candidate-set.ts";
import { findPlacedReview, isWithheld } from "./pack-source.ts";

/** What may be said of the review that was to be rendered. */
export type ReviewStanding = "missing" | "withheld" | "untrustworthy" | "current" | "replaced";

export interface PackEvidence {
  readonly environmentExists: boolean;
  readonly review: ReviewStanding;
  readonly own: CandidateSet | null;
  /** A complete set of the same request, made by another run. */
  readonly equivalent: CandidateSet | null;
}

/** Looks at everything that the decision needs, in the run's own workspace and environment. */
export async function gatherPackEvidence(
  run: OperationRun,
  truth: TruthReader,
): Promise<PackEvidence> {
  const on = asExecutor(truth);
  const { workspaceId, environmentId } = run;
  const manifest = await findPackManifest(on, { workspaceId, environmentId, runId: run.id });
  const setBy = async (query: Parameters<typeof findPackSetBy>[1], value: string) => {
    const set = await findPackSetBy(on, query, { workspaceId, environmentId, value });
    return set === null ? null : checkSet(on, run, set);
  };
  const own = await setBy("find-pack-sets-of-run", run.id);
  const equivalent =
    own !== null || manifest === null
      ? null
      : await setBy("find-pack-sets-by-fingerprint", manifest.setFingerprint);
  const reviewId = own?.set.reviewId ?? manifest?.reviewId ?? askedReview(run);
  return {
    environmentExists: (await findEnvironment(on, run)) !== null,
    review: await standingOf(on, run, reviewId),
    own,
    equivalent,
  };
}

async function standingOf(
  on: SqlExecutor,
  scope: RunScope,
  reviewId: string,
): Promise<ReviewStanding> {
  const placed = await findPlacedReview(on, scope, reviewId);
  if (placed === null) return "missing";
  if (isWithheld(placed.review)) return "withheld";
  const document = await readDocument(on, scope.workspaceId, placed.review);
  if (document === null) return "untrustworthy";
  return placed.isStale ? "replaced" : "current";
}

/** The input was validated when the run was started; it is a stored value all the same. */
function askedReview({ input }: OperationRun): string {
  const { review_id } = (input ?? {}) as { readonly review_id?: unknown };
  return typeof review_id === "string" ? review_id : "";
}
