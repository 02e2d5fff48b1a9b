import { defineOperation } from "settled";
import { z } from "zod";
import { PACK_ADAPTER } from "../pack/pack-adapter.ts";
import { inProfileOrder, PACK_PROFILES } from "../pack/pack-profile.ts";
import { PACK_SET_ARTIFACT } from "../pack/pack-set-artifact.ts";
import { renderPacks } from "../pack/render-packs.ts";
import type { PlatformParts } from "../platform-parts.ts";
import { ENVIRONMENT_REASONS } from "./environment-reasons.ts";

const renderInput = z.strictObject({
  review_id: z.uuid("A review id is a UUID."),
  profiles: z.array(z.enum(PACK_PROFILES)).min(1, "Name at least one profile."),
});

/** Renders the packs of one review for the profiles that are asked for. */
export function reviewPackRender(parts: PlatformParts) {
  return defineOperation({
    type: "review.pack.render",
    formerTypes: ["review.pack", "pack.render"],
    environment: "required",
    label: "Review packs",
    input: renderInput,
    identity: ({ review_id, profiles }) => ({
      review: review_id,
      profiles: inProfileOrder(profiles).join(" "),
    }),
    capability: "packs.render",
    queue: { name: "review-packs" },
    timeouts: { runWithinMs: 600_000 },
    repeatable: true,
    handler: (run) => renderPacks(parts, run),
    adapter: PACK_ADAPTER,
    artifact: PACK_SET_ARTIFACT,
    copy: {
      doing: "The review packs are being rendered",
      reasons: {
        environment_missing: ENVIRONMENT_REASONS.environment_missing,
        packs_ready: {
          title: "The packs are ready",
          meaning: "Every file of every pack is kept and has its hash.",
          nextStep: "Open the packs and download them.",
        },
        equivalent_exists: {
          title: "The same packs already existed",
          meaning: "Packs with the same content already existed; this run points to them.",
          nextStep: "Open the packs and download them.",
        },
        packs_stale: {
          title: "The packs are ready, but their review was replaced",
          meaning: "They are complete and true for their moment; a newer review stands now.",
          nextStep: "Render packs of the newest review, unless this one was meant.",
        },
        packs_revoked: {
          title: "The packs were rendered and taken back since",
          meaning: "They stood once; somebody took at least one of them back, and said why.",
          nextStep: "Read the reason. Render them again if they are still wanted.",
        },
        some_packs_missing: {
          title: "Some packs are ready, others could not be rendered",
          meaning: "What is listed as ready is complete; nothing was kept of the others.",
          nextStep:
            "Use the ones that are ready, and give the run's number to support for the others.",
        },
        nothing_rendered: {
          title: "No pack could be rendered",
          meaning: "Every profile that was asked for failed, and nothing was kept.",
          nextStep: "Give the run's number to support. It is safe to start it again.",
        },
        review_missing: {
          title: "The review does not exist",
          meaning: "This environment has no such review, so nothing was rendered.",
          nextStep: "Choose a review from the environment's list.",
        },
        review_withheld: {
          title: "The review was taken back",
          meaning: "It was withdrawn or marked as invalid, so no packs are made of it.",
          nextStep: "Compose the review again, then render its packs.",
        },
        review_untrustworthy: {
          title: "The review cannot be trusted",
          meaning:
            "Its document is gone or was changed after it was composed. No pack may be used.",
          nextStep:
            "Mark the review as invalid, compose it again, and find out who changed the store.",
        },
        packs_of_withheld_review: {
          title: "The packs stand, but their review was taken back",
          meaning: "They were rendered before the review was withdrawn or marked as invalid.",
          nextStep: "Revoke the packs, and tell whoever has them already.",
        },
        pack_untrustworthy: {
          title: "A pack cannot be trusted",
          meaning:
            "A file of it is gone or was changed after it was rendered. It is not given out.",
          nextStep: "Restore the store from its backup, and find out who changed it.",
        },
      },
    },
  });
}
