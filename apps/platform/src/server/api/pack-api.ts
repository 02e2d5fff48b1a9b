import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { findPublication } from "../../store/publication-store.ts";
import { pagePacks, revokePack } from "../../store/pack-store.ts";
import { downloadPack } from "../download-pack.ts";
import { gatherPack, gatherReadiness } from "../gather-pack.ts";
import { notFound } from "../in-environment.ts";
import { packJson, readinessJson } from "../pack-json.ts";
import { apiRoutes } from "./api-route.ts";
import { refuseStale, tagHeader } from "./entity-tag.ts";
import { REASON } from "./given-text.ts";
import { listAnswer, pageOf, NEWEST_PAGE, newestTexts, orderOf } from "./list-answer.ts";
import { findListedPacks, listedPackJson } from "./listed-pack.ts";
import { LISTED_PACK_JSON, PACK_JSON, READINESS_JSON } from "./pack-schemas.ts";
import { PACK_TARGET, packTag } from "./pack-tag.ts";
import { publishRoutes } from "./publish-routes.ts";
import { PACKS_TO_PUBLISH } from "./publishable-pack.ts";
import { recordAction } from "./record-action.ts";
import { conflict } from "./refusals.ts";
import { publicationJson } from "./review-schemas.ts";

const FILE = "The file; `zip` names the one with all the others.";

/** The packs of an environment. They are rendered by the operation review.pack.render. */
export function packApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Packs", capability: "environments.view" } as const;
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listPacks",
        path: "/packs",
        summary: "The packs of an environment, newest first",
        query: z.strictObject(NEWEST_PAGE),
        answers: { 200: pageOf("packs", LISTED_PACK_JSON) },
      },
      async ({ place, query, exchange }, on) => {
        const page = await pagePacks(on, place, orderOf(query));
        const entries = await findListedPacks(on, place, page.entries);
        const asJson = listedPackJson;
        return listAnswer(exchange, "packs", { ...page, entries, asJson, textsOf: newestTexts });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showPack",
        path: "/packs/:pack",
        summary: "One pack with its files",
        answers: {
          200: { description: "The pack.", schema: PACK_JSON, headers: { ETag: "always" } },
        },
      },
      async ({ place, exchange }, on) => {
        const found = await gatherPack(on, place, exchange.pathPart("pack"));
        if (found === null) return notFound();
        const { packId } = found.pack;
        const publication = await findPublication(on, place, { kind: "pack", packId });
        const body = { ...packJson(found), publication: publicationJson(publication) };
        return jsonAnswer(body, { headers: tagHeader(packTag(found.pack, publication)) });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "downloadPackFile",
        path: "/packs/:pack/files/:file",
        problems: [410],
        summary: "A file of a pack, hashed again before it leaves",
        answers: {
          200: {
            description: FILE,
            mediaType: "*/*",
            headers: { ETag: "always", "Repr-Digest": "always" },
          },
        },
      },
      ({ place, exchange }, on) => downloadPack(place, on, exchange),
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showPackReadiness",
        path: "/reviews/:review/packs",
        summary: "How each profile of a review stands",
        answers: {
          200: {
            description: "By profile.",
            schema: z.strictObject({ profiles: z.array(READINESS_JSON) }),
          },
        },
      },
      async ({ place, exchange }, on) => {
        const found = await gatherReadiness(on, place, exchange.pathPart("review"));
        if (found === null) return notFound();
        return jsonAnswer({ profiles: found.profiles.map(readinessJson) });
      },
    ),
    route.writeEnvironment(
      {
        id: "revokePack",
        method: "POST",
        path: "/packs/:pack:revoke",
        summary: "Takes a pack back, and every set that answers with it",
        tag: "Packs",
        capability: "packs.revoke",
        takesIdempotencyKey: true,
        takesIfMatch: true,
        body: z.strictObject({ reason: REASON }),
        answers: {
          200: {
            description: "The pack as it stands now.",
            schema: PACK_JSON,
            headers: { ETag: "always" },
          },
        },
      },
      async ({ place, body, exchange }, tx) => {
        const held = await PACKS_TO_PUBLISH.hold(tx, place, exchange);
        if (held === null || held.published.kind !== "pack") return notFound();
        const { published, name } = held;
        const publication = await findPublication(tx, place, published);
        const stale = refuseStale(exchange.request, held.tagWith(publication));
        if (stale !== null) return stale;
        const { packId } = published;
        const { reason } = body;
        const revoked = await revokePack(tx, place, { packId, by: exchange.actor.name, reason });
        if (!revoked) {
          return conflict(
            "pack_does_not_stand",
            "The pack failed or was taken back already. Nothing was done.",
            "Look at the pack as it is now.",
          );
        }
        const target = { type: PACK_TARGET, id: packId, name };
        const done = { scope: place, action: "pack.revoke", target, reason };
        await recordAction(platform, tx, { exchange, done });
        const found = await gatherPack(tx, place, packId);
        if (found === null) return notFound();
        const after = { ...packJson(found), publication: publicationJson(publication) };
        return jsonAnswer(after, { headers: tagHeader(packTag(found.pack, publication)) });
      },
    ),
    ...publishRoutes(platform, PACKS_TO_PUBLISH),
  ];
}
