import { z } from "zod";
import { RUN_ID } from "../run/scope.ts";
import { isSequence, NOWHERE, sequenceParameter } from "./event-sequence.ts";
import { environmentsParameter, listParameter, typesParameter } from "./query-parameter.ts";

export const STREAM_QUERY = z.strictObject({
  environment: environmentsParameter().exactOptional(),
  type: typesParameter().exactOptional(),
  run: listParameter(z.string().regex(RUN_ID), "ids of runs").exactOptional(),
  last_event_id: sequenceParameter(
    "the id of the last event that was received; the header Last-Event-ID goes before it",
  ).exactOptional(),
});
export type StreamQuery = z.output<typeof STREAM_QUERY>;

/**
 * The place to go on behind: of the header that a client sends by itself when it comes back, else of the query. What is
 * no place leads nowhere, and is answered with a reset.
 */
export function placeToResume(request: Request, query: StreamQuery): string | null {
  const header = request.headers.get("last-event-id")?.trim() ?? "";
  const text = header === "" ? (query.last_event_id ?? "") : header;
  if (text === "") return null;
  return isSequence(text) ? BigInt(text).toString() : NOWHERE;
}
