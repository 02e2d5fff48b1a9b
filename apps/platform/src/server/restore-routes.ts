import { jsonAnswer, pageAnswer, type Route } from "settled/http";
import { restorePage } from "../pages/restore-page.ts";
import type { Platform } from "../platform.ts";
import { gatherRestore, gatherRestores } from "./gather-restore.ts";
import { notFound } from "./in-environment.ts";
import { restoreJson, restoreLineJson } from "./restore-json.ts";
import { scopedRoute } from "./scoped-route.ts";

const RESTORES = "/workspaces/:workspace/environments/:environment/restores";

/** Where restores are listed and shown, for people and programs. The page of an environment lists them for people. */
export function restoreRoutes(platform: Platform): readonly Route[] {
  const route = scopedRoute(platform);
  return [
    route("page", `${RESTORES}/:restore`, async (scope, on, exchange) => {
      const found = await gatherRestore(platform, on, { scope, id: exchange.pathPart("restore") });
      return found === null ? notFound() : pageAnswer(restorePage(exchange, scope, found));
    }),
    route("api", RESTORES, async (scope, on) => {
      const entries = await gatherRestores(platform, on, scope);
      return jsonAnswer({ restores: entries.map(restoreLineJson) });
    }),
    route("api", `${RESTORES}/:restore`, async (scope, on, exchange) => {
      const found = await gatherRestore(platform, on, { scope, id: exchange.pathPart("restore") });
      return found === null ? notFound() : jsonAnswer(restoreJson(found));
    }),
  ];
}
