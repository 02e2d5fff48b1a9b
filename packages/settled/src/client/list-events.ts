import type { RunEventJson } from "../present/run-event-json.ts";
import type { ApiDoor } from "./api-door.ts";
import { callApi } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { runPath } from "./runs-address.ts";

export interface EventsOptions extends CallOptions {
  /** The sequence behind which the timeline is read; from its beginning unless said. */
  readonly after?: string;
}

/** The lines of a run's timeline, oldest first, page by page. */
export async function* listEvents(
  door: ApiDoor,
  id: string,
  { after: from, signal }: EventsOptions,
): AsyncGenerator<RunEventJson, void> {
  const path = runPath(door, id, "/events");
  let after = from;
  for (;;) {
    const query = new URLSearchParams(after === undefined ? {} : { after });
    const { events, next } = await callApi<{
      readonly events: readonly RunEventJson[];
      readonly next: string | null;
    }>(door, { method: "GET", path, query, signal });
    yield* events;
    const last = events.at(-1)?.sequence;
    if (next === null || last === undefined) return;
    after = last;
  }
}
