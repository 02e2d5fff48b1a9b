import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import {
  baselineLineJson,
  baselineVersionJson,
  versionLineJson,
} from "../../baseline/baseline-json.ts";
import type { Platform } from "../../platform.ts";
import {
  findBaselineVersion,
  pageBaselines,
  pageBaselineVersions,
} from "../../store/baseline-store.ts";
import { notFound } from "../in-environment.ts";
import { apiRoutes } from "./api-route.ts";
import {
  BASELINE_LINE_JSON,
  BASELINE_VERSION_JSON,
  VERSION_LINE_JSON,
} from "./baseline-schemas.ts";
import { listAnswer, pageOf, orderOf, pageByTexts } from "./list-answer.ts";
import { releaseBaselineRoute } from "./release-baseline-route.ts";

const PAGE = z.strictObject({ ...pageByTexts(1) });
const VERSION = /^[1-9]\d{0,8}$/;

/** What is expected of the environments of a workspace. A version that was released never changes. */
export function baselineApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Baselines", capability: "environments.view" } as const;
  const shown = { 200: { description: "The version.", schema: BASELINE_VERSION_JSON } };
  return [
    route.readWorkspace(
      {
        ...seen,
        id: "listBaselines",
        path: "/baselines",
        summary: "The baselines of a workspace by name, each with its newest version",
        query: PAGE,
        answers: {
          200: pageOf("baselines", BASELINE_LINE_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const { limit } = orderOf(query);
        const after = query.cursor?.[0] ?? null;
        const page = await pageBaselines(on, place.workspaceId, { after, limit });
        const asJson = baselineLineJson;
        return listAnswer(exchange, "baselines", { ...page, asJson, textsOf: (name) => [name] });
      },
    ),
    releaseBaselineRoute(platform),
    route.readWorkspace(
      {
        ...seen,
        id: "showBaseline",
        path: "/baselines/:baseline",
        summary: "The newest version of a baseline, with everything that it expects",
        answers: shown,
      },
      async ({ place, exchange }, on) => {
        const id = exchange.pathPart("baseline");
        const found = await findBaselineVersion(on, place.workspaceId, id, "newest");
        return found === null ? notFound() : jsonAnswer(baselineVersionJson(found));
      },
    ),
    route.readWorkspace(
      {
        ...seen,
        id: "listBaselineVersions",
        path: "/baselines/:baseline/versions",
        summary: "The versions of a baseline, newest first",
        query: PAGE,
        answers: { 200: pageOf("versions", VERSION_LINE_JSON) },
      },
      async ({ place, query, exchange }, on) => {
        const { workspaceId } = place;
        const baselineId = exchange.pathPart("baseline");
        const newest = await findBaselineVersion(on, workspaceId, baselineId, "newest");
        if (newest === null) return notFound();
        const { limit } = orderOf(query);
        const [below = ""] = query.cursor ?? [];
        const after = VERSION.test(below) ? Number(below) : null;
        const page = await pageBaselineVersions(on, { workspaceId, baselineId }, { after, limit });
        return listAnswer(exchange, "versions", {
          ...page,
          asJson: versionLineJson,
          textsOf: (version) => [String(version)],
        });
      },
    ),
    route.readWorkspace(
      {
        ...seen,
        id: "showBaselineVersion",
        path: "/baselines/:baseline/versions/:version",
        summary: "One version of a baseline",
        answers: shown,
      },
      async ({ place, exchange }, on) => {
        const asked = exchange.pathPart("version");
        if (!VERSION.test(asked)) return notFound();
        const id = exchange.pathPart("baseline");
        const found = await findBaselineVersion(on, place.workspaceId, id, Number(asked));
        return found === null ? notFound() : jsonAnswer(baselineVersionJson(found));
      },
    ),
  ];
}
