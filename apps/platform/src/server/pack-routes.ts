import type { Route } from "settled/http";
import type { Platform } from "../platform.ts";
import { downloadPack } from "./download-pack.ts";
import { inEnvironment, VIEW_ENVIRONMENTS } from "./in-environment.ts";

/** Where a file of a pack is fetched without a script. */
export function packRoutes(platform: Platform): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/workspaces/:workspace/environments/:environment/packs/:pack/files/:file",
      surface: "page",
      access: "actor",
      capability: VIEW_ENVIRONMENTS,
      answer: (exchange) =>
        inEnvironment(platform, exchange, (scope, on) => downloadPack(scope, on, exchange)),
    },
  ];
}
