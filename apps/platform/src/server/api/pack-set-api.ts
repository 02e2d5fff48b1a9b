import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { PackSet } from "../../pack/review-pack.ts";
import type { Platform } from "../../platform.ts";
import { pagePackSets } from "../../store/pack-set-store.ts";
import { type FoundPackSet, gatherPackSet } from "../gather-pack.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import { listAnswer, pageOf, NEWEST_PAGE, newestTexts, orderOf } from "./list-answer.ts";
import { PACK_SET_JSON, PACK_SET_LINE_JSON } from "./pack-schemas.ts";

/** What each rendering answered with: for each profile that was asked for, its pack or why there is none. */
export function packSetApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Packs", capability: "environments.view" } as const;
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listPackSets",
        path: "/pack-sets",
        summary: "The sets of packs of an environment, newest first",
        query: z.strictObject(NEWEST_PAGE),
        answers: {
          200: pageOf("pack_sets", PACK_SET_LINE_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const page = await pagePackSets(on, place, orderOf(query));
        const asJson = packSetLineJson;
        return listAnswer(exchange, "pack_sets", { ...page, asJson, textsOf: newestTexts });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showPackSet",
        path: "/pack-sets/:set",
        summary: "One set of packs with its members",
        answers: { 200: { description: "The set.", schema: PACK_SET_JSON } },
      },
      async ({ place, exchange }, on) => {
        const found = await gatherPackSet(on, place, exchange.pathPart("set"));
        return found === null ? notFound() : jsonAnswer(packSetJson(found));
      },
    ),
  ];
}

function packSetLineJson(set: PackSet): z.output<typeof PACK_SET_LINE_JSON> {
  return {
    id: set.packSetId,
    environment_id: set.environmentId,
    review_id: set.reviewId,
    made_by_run_id: set.madeByRunId,
    fingerprint: set.fingerprint,
    status: set.status,
    created_at: set.createdAt.toISOString(),
  };
}

function packSetJson({ set, placed, members }: FoundPackSet): z.output<typeof PACK_SET_JSON> {
  return {
    ...packSetLineJson(set),
    review_sequence: placed.review.sequence,
    stale: placed.isStale,
    members: members.map(({ profile, packId, missing }) => ({
      profile,
      pack_id: packId,
      missing,
    })),
  };
}
