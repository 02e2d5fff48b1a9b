import { isRunId, type RunScope, type SqlExecutor } from "settled";
import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import { findPlacedReview, readPackSource } from "../../pack/pack-source.ts";
import type { Platform } from "../../platform.ts";
import {
  findPublication,
  pagePublications,
  type Publication,
} from "../../store/publication-store.ts";
import { sendPackFile } from "../download-pack.ts";
import { type FoundPack, gatherPack } from "../gather-pack.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { listAnswer, NEWEST_PAGE, newestTexts, orderOf } from "./list-answer.ts";
import { publishedEnvironmentsRoute } from "./published-environments-route.ts";
import {
  publishedPackJson,
  publishedPackLine,
  publishedReviewJson,
  publishedReviewLine,
} from "./published-json.ts";
import {
  PUBLISHED_PACK_JSON,
  PUBLISHED_PACK_LINE_JSON,
  PUBLISHED_REVIEW_JSON,
  PUBLISHED_REVIEW_LINE_JSON,
} from "./published-schemas.ts";

/**
 * What a customer sees of their environment: reviews and packs that were published and not taken back since. All else is
 * told as if it did not exist: drafts, runs, findings' remarks, and who published or decided.
 */
export function publishedApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Published", capability: "published.view" } as const;
  return [
    publishedEnvironmentsRoute(platform),
    route.readEnvironment(
      {
        ...seen,
        id: "listPublished",
        path: "/published",
        summary: "The published reviews and packs of an environment, newest first",
        query: z.strictObject(NEWEST_PAGE),
        answers: {
          200: {
            description: "A page.",
            headers: { Link: "sometimes" },
            schema: z.strictObject({
              environment: z.strictObject({ id: z.string(), name: z.string() }),
              published: z.array(
                z.discriminatedUnion("kind", [
                  PUBLISHED_REVIEW_LINE_JSON,
                  PUBLISHED_PACK_LINE_JSON,
                ]),
              ),
              next: z.string().nullable(),
            }),
          },
        },
      },
      async ({ place, query, exchange }, on) => {
        const page = await pagePublications(on, place, orderOf(query));
        const entries = [];
        for (const publication of page.entries) {
          const line = await lineOf(on, place, publication);
          if (line !== null) entries.push(line);
        }
        return listAnswer(exchange, "published", {
          entries,
          next: page.next,
          asJson: (line) => line,
          textsOf: newestTexts,
          more: { environment: { id: place.environmentId, name: place.environment.name } },
        });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showPublishedReview",
        path: "/published/reviews/:review",
        summary: "A published review in the words that are meant for its customer",
        answers: { 200: { description: "The review.", schema: PUBLISHED_REVIEW_JSON } },
      },
      async ({ place, exchange }, on) => {
        const reviewId = exchange.pathPart("review");
        if (!isRunId(reviewId)) return notFound();
        const publication = await findPublication(on, place, { kind: "review", reviewId });
        if (publication === null) return notFound();
        const source = await readPackSource(on, place, reviewId);
        if (source.kind === "refused") return notFound();
        return jsonAnswer(publishedReviewJson(publication, source));
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showPublishedPack",
        path: "/published/packs/:pack",
        summary: "A published pack with its files",
        answers: { 200: { description: "The pack.", schema: PUBLISHED_PACK_JSON } },
      },
      async ({ place, exchange }, on) => {
        const found = await findPublishedPack(on, place, exchange.pathPart("pack"));
        return found === null
          ? notFound()
          : jsonAnswer(publishedPackJson(found.publication, found.pack));
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "downloadPublishedPackFile",
        path: "/published/packs/:pack/files/:file",
        summary: "A file of a published pack, hashed again before it leaves",
        answers: {
          200: {
            description: "The file.",
            mediaType: "*/*",
            headers: { ETag: "always", "Repr-Digest": "always" },
          },
        },
      },
      async ({ place, exchange }, on) => {
        const found = await findPublishedPack(on, place, exchange.pathPart("pack"));
        if (found === null) return notFound();
        return sendPackFile(place, on, { found: found.pack, file: exchange.pathPart("file") });
      },
    ),
  ];
}

async function findPublishedPack(
  on: SqlExecutor,
  place: EnvironmentScope,
  packId: string,
): Promise<{ readonly publication: Publication; readonly pack: FoundPack } | null> {
  if (!isRunId(packId)) return null;
  const publication = await findPublication(on, place, { kind: "pack", packId });
  const pack = publication === null ? null : await gatherPack(on, place, packId);
  if (publication === null || pack === null || pack.delivery !== "open") return null;
  return { publication, pack };
}

async function lineOf(on: SqlExecutor, scope: RunScope, publication: Publication) {
  if (publication.kind === "pack") {
    const pack = await gatherPack(on, scope, publication.packId);
    return pack === null ? null : publishedPackLine(publication, pack);
  }
  const placed = await findPlacedReview(on, scope, publication.reviewId);
  return placed === null ? null : publishedReviewLine(publication, placed.review);
}
