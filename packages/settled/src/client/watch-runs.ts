import type { EventSourceMessage } from "eventsource-parser";
import type { ApiDoor } from "./api-door.ts";
import { openStream } from "./call-api.ts";
import type { CallOptions } from "./client-options.ts";
import { NetworkError } from "./network-error.ts";
import { readEventStream, type StreamNews } from "./read-event-stream.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { workspacePath } from "./runs-address.ts";
import type { RunChangeJson, WatchedEvent } from "./watched-event.ts";

export interface WatchOptions extends CallOptions {
  /** Only what happens to this run. */
  readonly run?: string;
  /** The `id` of the last event that was seen: what came behind it is told first. From now on unless given. */
  readonly lastEventId?: string;
  /** How long a stream may be silent before its line is taken for dead; 45 s, three pings, unless said. */
  readonly silenceMsMax?: number;
  /** How often in a row the server may be missed before the fault is thrown; 20 unless said. */
  readonly missesMax?: number;
}

const MISSES_MAX = 20;
const SILENCE_MS_MAX = 45_000;

const COME_BACK_MS_MAX = 60_000;

interface Place {
  lastEventId: string | null;
  misses: number;
  /** How long the server asks whoever was cut off to stay away. */
  comeBackAfterMs: number;
}

/**
 * What happens to the runs of the workspace, each event once and in order. A stream that breaks is opened again behind
 * the last event. Ends when the signal fires; throws what waiting does not mend, such as a token that has ended.
 */
export async function* watchRuns(
  door: ApiDoor,
  options: WatchOptions,
): AsyncGenerator<WatchedEvent, void> {
  const { signal, missesMax = MISSES_MAX } = options;
  const lastEventId = options.lastEventId ?? null;
  const place: Place = { lastEventId, misses: 0, comeBackAfterMs: 0 };
  while (!isAborted(signal)) {
    let fault: unknown = new NetworkError(null, null);
    try {
      yield* watchOnce(door, options, place);
    } catch (error) {
      fault = error;
    }
    if (isAborted(signal)) return;
    const chance = Math.random();
    const delayMs = retryDelayMs(fault, { failures: place.misses, chance });
    place.misses += 1;
    if (delayMs === null || place.misses > missesMax) throw fault;
    const askedMs = (place.comeBackAfterMs * (1 + chance)) / 2;
    await door.clock.sleep(Math.max(delayMs, askedMs), signal);
  }
}

async function* watchOnce(
  door: ApiDoor,
  { run, signal, silenceMsMax = SILENCE_MS_MAX }: WatchOptions,
  place: Place,
): AsyncGenerator<WatchedEvent, void> {
  const { body, sent } = await openStream(
    { ...door, attemptsMax: 1 },
    {
      method: "GET",
      path: `${workspacePath(door)}/stream`,
      query: new URLSearchParams(run === undefined ? {} : { run }),
      headers: {
        accept: "text/event-stream",
        ...(place.lastEventId === null ? {} : { "last-event-id": place.lastEventId }),
      },
      signal,
    },
    "text/event-stream",
  );
  sent.giveTime(silenceMsMax);
  try {
    for await (const news of readEventStream(body)) {
      sent.giveTime(silenceMsMax);
      place.misses = 0;
      const watched = heard(news, place);
      if (watched === "end") return;
      if (watched === null) continue;
      if (watched.kind === "run" && run !== undefined && watched.change.run_id !== run) continue;
      // Nobody is late while the reader is at work.
      sent.giveTime(null);
      yield watched;
      sent.giveTime(silenceMsMax);
    }
  } catch (error) {
    throw sent.asFault(error);
  } finally {
    sent.giveTime(null);
  }
}

/** What is to be told of it, if anything; moves the place on. */
function heard(news: StreamNews, place: Place): WatchedEvent | "end" | null {
  switch (news.kind) {
    case "sign_of_life":
      return null;
    case "retry":
      place.comeBackAfterMs = Math.min(news.afterMs, COME_BACK_MS_MAX);
      return null;
    case "place":
      place.lastEventId = news.id || null;
      return null;
    case "event": {
      const watched = asWatched(news.event, place);
      if (news.event.id !== undefined) place.lastEventId = news.event.id || null;
      return news.event.event === "end" || news.event.event === "bye" ? "end" : watched;
    }
  }
}

/** Null for what was told already, and for events that this release does not know. */
function asWatched({ event, id, data }: EventSourceMessage, place: Place): WatchedEvent | null {
  if (event === "reset") return { kind: "reset", id: id ?? null };
  if (event !== "run" || id === undefined || !isBehind(id, place.lastEventId)) return null;
  return { kind: "run", id, change: JSON.parse(data) as RunChangeJson };
}

/** A server that resumes a little earlier than asked tells nothing twice. */
function isBehind(id: string, last: string | null): boolean {
  return last === null || !/^\d+$/.test(id) || !/^\d+$/.test(last) || BigInt(id) > BigInt(last);
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
