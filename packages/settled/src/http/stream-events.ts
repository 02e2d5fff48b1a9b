import { type Answer, problemAnswer, streamAnswer } from "./answer.ts";
import type { ApiOperation } from "./api-operation.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { openStream } from "./open-stream.ts";
import { problemOf } from "./problem.ts";
import { reachOf } from "./reach-of.ts";
import { readQuery } from "./read-query.ts";
import { refuseForeignReader } from "./refuse-cross-site.ts";
import { placeToResume, STREAM_QUERY } from "./stream-query.ts";
import { deniedOf } from "./stream-sight.ts";

const EVENT_STREAM = "text/event-stream";

export const STREAM_EVENTS = {
  id: "streamEvents",
  summary: "Tell of the events of runs as they happen",
  tag: "Runs",
  capability: VIEW_RUNS,
  query: STREAM_QUERY,
  answers: {
    200: {
      description:
        "Server-sent events, for as long as the reader stays: `hello` or `reset` first, `run` for each event of a run, with its sequence as id, and `bye` or `end` last.",
      mediaType: EVENT_STREAM,
    },
  },
} as const satisfies ApiOperation;

/** GET …/stream: the events of the runs that the actor may see, from now or behind the one that was received last. */
export async function streamEvents(exchange: ActorExchange): Promise<Answer> {
  const { request, url } = exchange;
  const foreign = refuseForeignReader(request);
  if (foreign !== null) return problemAnswer(foreign);
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return problemAnswer(problemOf("not_found"));
  const reach = await reachOf(exchange, VIEW_RUNS, workspaceId);
  if (reach.kind === "hidden" || reach.kind === "forbidden") {
    return problemAnswer(problemOfAccess(reach));
  }
  const query = readQuery(STREAM_EVENTS.query, url.searchParams);
  if (query.kind === "problem") return query;
  const { environment: asked = [] } = query.values;
  const isBeyond =
    reach.kind === "environments" && asked.some((id) => !reach.environmentIds.includes(id));
  if (isBeyond || (await deniedOf(exchange, workspaceId, asked)).length > 0) {
    return problemAnswer(problemOf("not_found"));
  }
  if (request.method === "HEAD") return eventStream(new ReadableStream());
  const reader = { workspaceId, reach, asked: query.values };
  const opened = openStream(exchange, reader, placeToResume(request, query.values));
  if (opened.kind === "stream") return eventStream(opened.body);
  return problemAnswer(
    problemOf(opened.of === "actor" ? "too_many_own_streams" : "too_many_streams"),
  );
}

function eventStream(body: ReadableStream<Uint8Array>): Answer {
  // A proxy that gathers answers before it passes them on would hold every event back.
  return streamAnswer({ mediaType: EVENT_STREAM, body, headers: { "x-accel-buffering": "no" } });
}
