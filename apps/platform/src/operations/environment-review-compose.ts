import { defineOperation } from "settled";
import { z } from "zod";
import type { PlatformParts } from "../platform-parts.ts";
import { composeReview } from "../review/compose-review.ts";
import { REVIEW_ADAPTER } from "../review/review-adapter.ts";
import { REVIEW_ARTIFACT } from "../review/review-artifact.ts";
import { REVIEW_TEMPLATE } from "../review/review-inputs.ts";
import { ENVIRONMENT_REASONS } from "./environment-reasons.ts";

const PERIOD = /^(?:\d{4}-(?:0[1-9]|1[0-2])|\d{4}-Q[1-4]|adhoc)$/;

const composeInput = z.strictObject({
  period: z.string().regex(PERIOD, 'A period is "2026-05", "2026-Q2" or "adhoc".'),
  snapshot_id: z.uuid("A snapshot id is a UUID; leave it out for the newest snapshot.").optional(),
});

/** Composes the review of one environment for one period from a sealed snapshot. */
export function environmentReviewCompose(parts: PlatformParts) {
  return defineOperation({
    type: "environment.review.compose",
    formerTypes: ["environment.review", "review.compose"],
    label: "Environment review",
    environment: "required",
    input: composeInput,
    identity: ({ period, snapshot_id }) => ({
      template: REVIEW_TEMPLATE.id,
      baseline: null,
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
      reasons: {
        ...ENVIRONMENT_REASONS,
        review_composed: {
          title: "The review was composed",
          meaning: "The review is complete and stands in its lineage.",
          nextStep: "Open the review.",
        },
        equivalent_exists: {
          title: "The same review already existed",
          meaning: "A review with the same content already existed; this run points to it.",
          nextStep: "Open the review.",
        },
        review_superseded: {
          title: "The review was composed and replaced since",
          meaning: "The review that this run composed is complete; a newer one has replaced it.",
          nextStep: "Open the newest review of the environment.",
        },
        review_withdrawn: {
          title: "The review was composed and withdrawn since",
          meaning: "The review that this run composed stood once; somebody withdrew it.",
          nextStep: "Nothing to do, unless it was withdrawn by mistake.",
        },
        coverage_partial: {
          title: "The review was composed, with parts not assessed",
          meaning:
            "The review is valid and says which types or objects could not be assessed, and why.",
          nextStep: "Open the review and read its coverage before using it.",
        },
        document_incomplete: {
          title: "The review is incomplete",
          meaning: "A review exists, but some of its figures lack their evidence.",
          nextStep: "Compose the review again for the same period.",
        },
        document_untrustworthy: {
          title: "The review cannot be trusted",
          meaning:
            "A review exists, but its document is gone or was changed after it was composed.",
          nextStep:
            "Mark the review as invalid and compose it again; find out who changed the store.",
        },
        snapshot_missing: {
          title: "There is no snapshot to compose from",
          meaning: "The environment has no sealed snapshot of that name, so nothing was composed.",
          nextStep: "Capture a snapshot, then compose again.",
        },
        newer_head_exists: {
          title: "A newer review stands already",
          meaning:
            "While this one was being composed, a review of later inputs took its place in the lineage.",
          nextStep:
            "Open the newest review; compose again only if it does not answer the question.",
        },
      },
    },
  });
}
