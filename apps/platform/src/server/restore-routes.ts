import { pageAnswer, type Route } from "settled/http";
import { restorePage } from "../pages/restore-page.ts";
import type { Platform } from "../platform.ts";
import { gatherRestore } from "./gather-restore.ts";
import { notFound } from "./in-environment.ts";
import { scopedPage } from "./scoped-page.ts";

const RESTORES = "/workspaces/:workspace/environments/:environment/restores";

/** Where a restore is shown to people. The page of an environment lists them. */
export function restoreRoutes(platform: Platform): readonly Route[] {
  const page = scopedPage(platform);
  return [
    page(`${RESTORES}/:restore`, async (scope, on, exchange) => {
      const found = await gatherRestore(platform, on, { scope, id: exchange.pathPart("restore") });
      return found === null ? notFound() : pageAnswer(restorePage(exchange, scope, found));
    }),
  ];
}
