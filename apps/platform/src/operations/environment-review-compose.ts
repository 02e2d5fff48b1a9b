import { defineOperation } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { COMPOSE_INPUT } from "../review/compose-input.ts";
import { composeReview } from "../review/compose-review.ts";
import { REVIEW_ADAPTER } from "../review/review-adapter.ts";
import { REVIEW_ARTIFACT } from "../review/review-artifact.ts";
import { REVIEW_TEMPLATE } from "../review/review-inputs.ts";
import { ENVIRONMENT_REASONS } from "./environment-reasons.ts";
import { REVIEW_REASONS } from "./review-reasons.ts";

/** Composes the review of one environment for one period from a sealed snapshot. */
export function environmentReviewCompose(parts: PlatformParts) {
  return defineOperation({
    type: "environment.review.compose",
    formerTypes: ["environment.review", "review.compose"],
    label: "Environment review",
    environment: "required",
    input: COMPOSE_INPUT,
    identity: ({ period, snapshot_id, baseline_id }) => ({
      template: REVIEW_TEMPLATE.id,
      baseline: baseline_id ?? "as before",
      period,
      snapshot: snapshot_id ?? "newest",
    }),
    capability: "reviews.compose",
    queue: { name: "environment-reviews" },
    timeouts: { runWithinMs: 600_000 },
    repeatable: true,
    handler: (run) => composeReview(parts, run),
    adapter: REVIEW_ADAPTER,
    artifact: REVIEW_ARTIFACT,
    copy: {
      doing: "The environment review is being composed",
      reasons: { ...ENVIRONMENT_REASONS, ...REVIEW_REASONS },
    },
  });
}
