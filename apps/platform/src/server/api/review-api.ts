import type { SqlExecutor } from "settled";
import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import { findPlacedReview } from "../../pack/pack-source.ts";
import type { Platform } from "../../platform.ts";
import { findPublication } from "../../store/publication-store.ts";
import { pageReviews } from "../../store/review-store.ts";
import { gatherReview } from "../gather-review.ts";
import { notFound } from "../in-environment.ts";
import { reviewJson, reviewLineJson } from "../platform-json.ts";
import { apiRoutes } from "./api-route.ts";
import { tagHeader } from "./entity-tag.ts";
import { listAnswer, pageOf, NEWEST_PAGE, newestTexts, orderOf } from "./list-answer.ts";
import { publishRoutes } from "./publish-routes.ts";
import { retractRoutes } from "./retract-routes.ts";
import { REVIEWS_TO_PUBLISH } from "./publishable-review.ts";
import { reviewTag } from "./review-tag.ts";
import { publicationJson, REVIEW_JSON, REVIEW_LINE_JSON } from "./review-schemas.ts";

/** The reviews of an environment. One is composed by the operation environment.review.compose. */
export function reviewApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Reviews", capability: "environments.view" } as const;
  const sources = (on: SqlExecutor) => ({ on, settled: platform.settled });
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listReviews",
        path: "/reviews",
        summary: "The reviews of an environment, newest first",
        query: z.strictObject(NEWEST_PAGE),
        answers: { 200: pageOf("reviews", REVIEW_LINE_JSON) },
      },
      async ({ place, query, exchange }, on) => {
        const page = await pageReviews(on, place, orderOf(query));
        return listAnswer(exchange, "reviews", {
          ...page,
          asJson: reviewLineJson,
          textsOf: newestTexts,
        });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showReview",
        path: "/reviews/:review",
        summary: "One review with its document, if that is what was composed",
        answers: {
          200: { description: "The review.", schema: REVIEW_JSON, headers: { ETag: "always" } },
        },
      },
      async ({ place, exchange }, on) => {
        const found = await gatherReview(sources(on), place, exchange.pathPart("review"));
        if (found === null) return notFound();
        const { reviewId } = found.review;
        const publication = await findPublication(on, place, { kind: "review", reviewId });
        const body = { ...reviewJson(found), publication: publicationJson(publication) };
        return jsonAnswer(body, { headers: tagHeader(reviewTag(found.review, publication)) });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showReviewLineage",
        path: "/reviews/:review/lineage",
        summary: "The lineage of a review, from its first to its newest",
        answers: {
          200: {
            description: "Every review of the lineage, also those that were taken back.",
            schema: z.strictObject({
              head_id: z.uuid().nullable(),
              reviews: z.array(REVIEW_LINE_JSON),
            }),
          },
        },
      },
      async ({ place, exchange }, on) => {
        const placed = await findPlacedReview(on, place, exchange.pathPart("review"));
        if (placed === null) return notFound();
        const head = placed.lineage.find(({ status }) => status === "current");
        return jsonAnswer({
          head_id: head?.reviewId ?? null,
          reviews: placed.lineage.map(reviewLineJson),
        });
      },
    ),
    ...retractRoutes(platform),
    ...publishRoutes(platform, REVIEWS_TO_PUBLISH),
  ];
}
