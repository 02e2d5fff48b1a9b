import { type ArtifactDefinition, asEnvironmentId } from "settled";
import { consolePath } from "../console-path.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findReviewAnywhere } from "../store/review-store.ts";
import { readDocument } from "./stored-document.ts";

export const REVIEW_ARTIFACT_TYPE = "environment_review";

export const REVIEW_ARTIFACT: ArtifactDefinition = {
  type: REVIEW_ARTIFACT_TYPE,
  label: "Environment review",
  async find(truth, id) {
    const on = asExecutor(truth);
    const { workspaceId } = truth.scope;
    const review = await findReviewAnywhere(on, workspaceId, id);
    if (review === null) return null;
    // A withdrawn review is a tombstone: that it stood is the whole truth that is left of it.
    const whole =
      review.status === "withdrawn" || (await readDocument(on, workspaceId, review)) !== null;
    return {
      workspaceId,
      environmentId: asEnvironmentId(review.environmentId),
      title: `Review ${review.sequence} for ${review.periodKey}`,
      madeByRunId: review.composedByRunId,
      complete: whole && review.status !== "draft" && review.status !== "invalid",
      state: review.status,
    };
  },
  href: (scope, id) => consolePath(scope, `/reviews/${id}`),
};
