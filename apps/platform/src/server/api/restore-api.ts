import { isRunId, type SqlExecutor } from "settled";
import { jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { listRestoreAttempts } from "../../store/restore-journal.ts";
import { findRestoreAnywhere, findRestoresOfRun, pageRestores } from "../../store/restore-store.ts";
import { asPage } from "../../store/newest-page.ts";
import { gatherRestore, gatherRuns } from "../gather-restore.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { attemptJson, restoreJson, restoreLineJson } from "../restore-json.ts";
import { apiRoutes } from "./api-route.ts";
import {
  listAnswer,
  pageOf,
  NEWEST_PAGE,
  newestTexts,
  orderOf,
  pageByTexts,
} from "./list-answer.ts";
import { planRestoreRoute } from "./plan-restore-route.ts";
import { ATTEMPT_JSON, RESTORE_JSON, RESTORE_LINE_JSON } from "./restore-schemas.ts";
import { startRestoreRoutes } from "./start-restore-routes.ts";

const NUMBER = /^\d{1,9}$/;

/** The restores of an environment: what each was to write, and what it has really written. */
export function restoreApi(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const seen = { method: "GET", tag: "Restores", capability: "environments.view" } as const;
  return [
    route.readEnvironment(
      {
        ...seen,
        id: "listRestores",
        path: "/restores",
        summary: "The restores of an environment that sealed a plan, newest first",
        query: z.strictObject({
          run: z
            .uuid()
            .describe("The id of a run: the restore that it sealed alone.")
            .exactOptional(),
          ...NEWEST_PAGE,
        }),
        answers: {
          200: pageOf("restores", RESTORE_LINE_JSON),
        },
      },
      async ({ place, query, exchange }, on) => {
        const page =
          query.run === undefined
            ? await pageRestores(on, place, orderOf(query))
            : await restoresOfRun(on, place, query.run);
        const entries = await gatherRuns(platform, place, page.entries);
        const { next } = page;
        const asJson = restoreLineJson;
        return listAnswer(exchange, "restores", { entries, next, asJson, textsOf: newestTexts });
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "showRestore",
        path: "/restores/:restore",
        summary: "One restore: its plan, what became of each item, and every request",
        answers: { 200: { description: "The restore.", schema: RESTORE_JSON } },
      },
      async ({ place, exchange }, on) => {
        const id = exchange.pathPart("restore");
        const found = await gatherRestore(platform, on, { scope: place, id });
        return found === null ? notFound() : jsonAnswer(restoreJson(found));
      },
    ),
    route.readEnvironment(
      {
        ...seen,
        id: "listRestoreJournal",
        path: "/restores/:restore/journal",
        summary: "The requests of a restore in the order in which they were sent",
        query: z.strictObject({ ...pageByTexts(1) }),
        answers: { 200: pageOf("attempts", ATTEMPT_JSON) },
      },
      async ({ place, query, exchange }, on) => {
        const id = exchange.pathPart("restore");
        const restore = isRunId(id) ? await findRestoreAnywhere(on, place.workspaceId, id) : null;
        if (restore?.environmentId !== place.environmentId) return notFound();
        const { limit } = orderOf(query);
        const [last = "0"] = query.cursor ?? [];
        const behind = NUMBER.test(last) ? Number(last) : 0;
        const attempts = await listRestoreAttempts(on, place, restore.restoreId);
        const rest = attempts.filter(({ attemptNo }) => attemptNo > behind);
        const page = asPage(rest.slice(0, limit + 1), limit, ({ attemptNo }) => attemptNo);
        return listAnswer(exchange, "attempts", {
          ...page,
          asJson: attemptJson,
          textsOf: (no) => [String(no)],
        });
      },
    ),
    planRestoreRoute(platform),
    ...startRestoreRoutes(platform),
  ];
}

async function restoresOfRun(on: SqlExecutor, place: EnvironmentScope, run: string) {
  const found = isRunId(run) ? await findRestoresOfRun(on, place.workspaceId, run) : [];
  const entries = found.filter(({ environmentId }) => environmentId === place.environmentId);
  return { entries, next: null };
}
