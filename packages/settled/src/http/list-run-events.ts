import { z } from "zod";
import { asRunEventJson } from "../present/run-event-json.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunEvent } from "../run/run-event.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { sequenceParameter } from "./event-sequence.ts";
import type { ActorExchange } from "./exchange.ts";
import { findVisibleRun } from "./find-visible-run.ts";
import { linkToNext, withParameter } from "./next-page.ts";
import { limitParameter } from "./query-parameter.ts";
import { readQuery } from "./read-query.ts";
import { RUN_EVENT_PAGE_SCHEMA } from "./schemas/run-event-schema.ts";

const LIMIT_DEFAULT = 100;

export const LIST_RUN_EVENTS = {
  id: "listRunEvents",
  summary: "List the timeline of a run, oldest first",
  tag: "Runs",
  capability: VIEW_RUNS,
  query: z.strictObject({
    after: sequenceParameter("the sequence of an event: a whole number").exactOptional(),
    limit: limitParameter().exactOptional(),
  }),
  answers: {
    200: {
      description: "A page of events.",
      schema: RUN_EVENT_PAGE_SCHEMA,
      headers: { Link: "sometimes" },
    },
  },
} as const satisfies ApiOperation;

/** GET …/runs/{id}/events: the timeline of a run, oldest first, behind a sequence. */
export async function listRunEvents(exchange: ActorExchange): Promise<Answer> {
  const visible = await findVisibleRun(exchange);
  if (visible.kind === "problem") return visible;
  const query = readQuery(LIST_RUN_EVENTS.query, exchange.url.searchParams);
  if (query.kind === "problem") return query;
  const { after = "0", limit = LIMIT_DEFAULT } = query.values;
  const { run, maySeeDetail } = visible;
  const { events, last } = await pageOfEvents(exchange, run, { after, limit });
  const next =
    last === null
      ? null
      : exchange.desk.addresses.eventsApi(
          run.workspaceId,
          run.id,
          withParameter(exchange.url.searchParams, "after", last),
        );
  const operation = exchange.desk.settled.catalog.find(run.operationType);
  return jsonAnswer(
    { events: events.map((event) => asRunEventJson(event, { operation, maySeeDetail })), next },
    { headers: linkToNext(next) },
  );
}

/** Up to `limit` events; `last` is the last one's sequence if there are more behind it, else null. */
export async function pageOfEvents(
  { desk }: ActorExchange,
  run: OperationRun,
  page: { readonly after: string; readonly limit: number },
): Promise<{ readonly events: readonly RunEvent[]; readonly last: string | null }> {
  const list = (afterSequence: string, limit: number) =>
    desk.settled.reader.listEvents({
      workspaceId: run.workspaceId,
      runId: run.id,
      afterSequence,
      limit,
    });
  const events = await list(page.after, page.limit);
  const last = events.at(-1)?.sequence ?? null;
  if (last === null || events.length < page.limit) return { events, last: null };
  const more = await list(last, 1);
  return { events, last: more.length === 0 ? null : last };
}
