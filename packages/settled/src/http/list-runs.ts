import { type Answer, jsonAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import type { ActorExchange } from "./exchange.ts";
import { linkToNext, withParameter } from "./next-page.ts";
import { pageOfRuns } from "./page-of-runs.ts";
import { asCursorText } from "./run-cursor.ts";
import { RUN_QUERY } from "./run-query.ts";
import { RUN_PAGE_SCHEMA } from "./schemas/run-schema.ts";
import { asListedRunJson } from "./served-run-json.ts";
import { asRunView } from "./view-run.ts";

const LIMIT_DEFAULT = 50;

export const LIST_RUNS = {
  id: "listRuns",
  summary: "List runs, newest first",
  tag: "Runs",
  capability: VIEW_RUNS,
  query: RUN_QUERY,
  answers: {
    200: {
      description: "A page of runs.",
      schema: RUN_PAGE_SCHEMA,
      headers: { Link: "sometimes" },
    },
  },
} as const satisfies ApiOperation;

/** GET …/runs: a page of the workspace's runs, newest first; with `count=capped`, how many fit, up to 10,000. */
export async function listRuns(exchange: ActorExchange): Promise<Answer> {
  const page = await pageOfRuns(exchange, { limit: LIMIT_DEFAULT, blankIsAny: false });
  if (page.kind === "problem") return page;
  const { desk, url } = exchange;
  const next =
    page.next === null
      ? null
      : desk.addresses.runsApi(
          page.workspaceId,
          withParameter(url.searchParams, "cursor", asCursorText(page.next)),
        );
  const runs = page.runs.map((run) =>
    asListedRunJson(asRunView(exchange, run, { artifact: null, maySeeDetail: false }), desk),
  );
  const { count } = page;
  const counted =
    count === undefined
      ? {}
      : {
          count: count === null ? null : { ...count, oldest: count.oldest?.toISOString() ?? null },
        };
  return jsonAnswer({ runs, next, ...counted }, { headers: linkToNext(next) });
}
