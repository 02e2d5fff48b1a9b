import { pageAnswer, type Route } from "settled/http";
import { packListPage } from "../pages/pack-list-page.ts";
import { packPage } from "../pages/pack-page.ts";
import { packReadinessPage } from "../pages/pack-readiness-page.ts";
import { packSetPage } from "../pages/pack-set-page.ts";
import type { Platform } from "../platform.ts";
import { listPacks } from "../store/pack-store.ts";
import { downloadPack } from "./download-pack.ts";
import { gatherPack, gatherPackSet, gatherReadiness } from "./gather-pack.ts";
import { notFound } from "./in-environment.ts";
import { scopedPage } from "./scoped-page.ts";

const ENVIRONMENT = "/workspaces/:workspace/environments/:environment";
const FILE = `${ENVIRONMENT}/packs/:pack/files/:file`;

/** Where packs are listed, shown and fetched, for people. */
export function packRoutes(platform: Platform): readonly Route[] {
  const page = scopedPage(platform);
  return [
    page(`${ENVIRONMENT}/packs`, async (scope, on, exchange) =>
      pageAnswer(packListPage(exchange, scope, await listPacks(on, scope))),
    ),
    page(`${ENVIRONMENT}/packs/:pack`, async (scope, on, exchange) => {
      const found = await gatherPack(on, scope, exchange.pathPart("pack"));
      return found === null ? notFound() : pageAnswer(packPage(exchange, scope, found));
    }),
    page(`${ENVIRONMENT}/packs/sets/:set`, async (scope, on, exchange) => {
      const found = await gatherPackSet(on, scope, exchange.pathPart("set"));
      return found === null ? notFound() : pageAnswer(packSetPage(exchange, scope, found));
    }),
    page(`${ENVIRONMENT}/reviews/:review/packs`, async (scope, on, exchange) => {
      const found = await gatherReadiness(on, scope, exchange.pathPart("review"));
      return found === null ? notFound() : pageAnswer(packReadinessPage(exchange, scope, found));
    }),
    page(FILE, downloadPack),
  ];
}
