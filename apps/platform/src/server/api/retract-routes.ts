import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { retractReview } from "../../review/retract-review.ts";
import { joinedTransaction } from "../../store/joined-transaction.ts";
import { findPublication } from "../../store/publication-store.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { refuseStale } from "./entity-tag.ts";
import { REASON } from "./given-text.ts";
import { holdLineage, reviewName } from "./hold-lineage.ts";
import { recordAction } from "./record-action.ts";
import { conflict } from "./refusals.ts";
import { RETRACTED_JSON } from "./review-schemas.ts";
import { reviewTag } from "./review-tag.ts";

const VERBS = [
  {
    verb: "withdraw",
    became: "withdrawn",
    summary: "Takes a review back: it stood once, and its maker does not stand by it any more",
  },
  {
    verb: "invalidate",
    became: "invalid",
    summary: "Marks a review as one that must not be trusted",
  },
] as const;

/** POST …/reviews/{id}:withdraw and :invalidate. The review keeps its place as a tombstone that says who and why. */
export function retractRoutes(platform: Platform): readonly Route[] {
  return VERBS.map(({ verb, became, summary }) =>
    apiRoutes(platform).writeEnvironment(
      {
        id: `${verb}Review`,
        method: "POST",
        path: `/reviews/:review:${verb}`,
        summary,
        tag: "Reviews",
        capability: "reviews.retract",
        takesIdempotencyKey: true,
        takesIfMatch: true,
        body: z.strictObject({ reason: REASON }),
        answers: { 200: { description: "What became of it.", schema: RETRACTED_JSON } },
      },
      async ({ place, body, exchange }, tx) => {
        const held = await holdLineage(tx, place, exchange.pathPart("review"));
        if (held === null) return notFound();
        const { reviewId } = held;
        const publication = await findPublication(tx, place, { kind: "review", reviewId });
        const stale = refuseStale(exchange.request, reviewTag(held, publication));
        if (stale !== null) return stale;
        const { reason } = body;
        const input = { reviewId, became, actor: exchange.actor.name, reason };
        const answer = await retractReview(joinedTransaction(tx), place, input);
        if (answer.kind === "refused") {
          return answer.because === "not_found" ? notFound() : alreadyRetracted();
        }
        const current = answer.currentAgain?.reviewId ?? null;
        const done = {
          scope: place,
          action: `review.${verb}`,
          target: { type: "environment_review", id: reviewId, name: reviewName(held) },
          reason,
          detail: { from: held.status, to: became, current_again_id: current },
        };
        await recordAction(platform, tx, { exchange, done });
        return jsonAnswer({ id: reviewId, status: became, current_again_id: current });
      },
    ),
  );
}

function alreadyRetracted() {
  return conflict(
    "already_retracted",
    "The review was taken back already. Nothing was done.",
    "Look at who took it back, and why.",
  );
}
