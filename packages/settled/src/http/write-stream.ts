import type { EventFeed } from "../ports/event-tail.ts";
import type { EnvironmentId, WorkspaceId } from "../run/scope.ts";
import type { ActorExchange } from "./exchange.ts";
import { encodeEvents, encodeFrame, encodePing, type StreamFrame } from "./stream-frame.ts";
import type { StreamQuery } from "./stream-query.ts";
import { deniedOf, type OpenReach, recheckReader, sightOf } from "./stream-sight.ts";

export interface StreamReader {
  readonly workspaceId: WorkspaceId;
  readonly reach: OpenReach;
  readonly asked: StreamQuery;
}

export interface StreamChunk {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

const PING_EVERY_MS = 15_000;
/** So often that access that was taken away is noticed within 30 s, however long the asking takes. */
const RECHECK_EVERY_MS = 15_000;
const RETRY_MS = 2_000;

/**
 * What a stream says next, for as long as its reader may read. `untilWoken` waits for news, for the time to look around,
 * or for the end.
 */
export function writeStream(
  exchange: ActorExchange,
  reader: StreamReader,
  { feed, untilWoken }: { readonly feed: EventFeed; untilWoken(): Promise<void> },
): () => Promise<StreamChunk> {
  const { clock, streamRoom } = exchange.desk;
  const { workspaceId, reach, asked } = reader;
  const known = new Set<EnvironmentId>();
  let sight = sightOf(reach, [], asked);
  let denied: readonly EnvironmentId[] = [];
  let place: string | null = null;
  let checkedAtMs = clock.nowMs();
  let saidAtMs = clock.nowMs();

  /** Before anything of an environment is shown for the first time. */
  async function learn(environmentIds: readonly (EnvironmentId | null)[]): Promise<void> {
    const unknown = new Set(environmentIds.filter((id) => id !== null && !known.has(id)));
    if (unknown.size === 0) return;
    const asked = [...unknown].filter((id) => id !== null);
    denied = [...denied, ...(await deniedOf(exchange, workspaceId, asked))];
    for (const id of asked) known.add(id);
    sight = sightOf(reach, denied, reader.asked);
  }

  async function endOfAccess() {
    const end = await recheckReader(exchange, workspaceId, reach);
    if (end !== null) return end;
    const now = await deniedOf(exchange, workspaceId, [...known]);
    return [...now].sort().join() === [...denied].sort().join() ? null : "access_changed";
  }

  return async () => {
    for (;;) {
      if (streamRoom.isClosing()) return last({ event: "bye", data: { reason: "closing" } });
      if (clock.nowMs() - checkedAtMs >= RECHECK_EVERY_MS) {
        const reason = await endOfAccess();
        if (reason !== null) return last({ event: "end", data: { reason } });
        checkedAtMs = clock.nowMs();
      }
      const step = await feed.take();
      switch (step.kind) {
        case "started": {
          place = step.position;
          saidAtMs = clock.nowMs();
          const event = step.how === "reset" ? "reset" : "hello";
          const data = { resumed: step.how === "resumed", last_event_id: place };
          return more(encodeFrame({ event, data, id: place, retryMs: RETRY_MS }));
        }
        case "events": {
          await learn(step.events.map(({ environmentId }) => environmentId));
          const bytes = encodeEvents(step.events, sight);
          place = step.events.at(-1)?.sequence ?? place;
          if (bytes === null) break;
          saidAtMs = clock.nowMs();
          return more(bytes);
        }
        case "ended":
          return last({ event: "bye", data: { reason: "closing" } });
        case "idle":
          if (clock.nowMs() - saidAtMs >= PING_EVERY_MS) {
            saidAtMs = clock.nowMs();
            return more(encodePing(place));
          }
          await untilWoken();
          break;
      }
    }
  };
}

function more(bytes: Uint8Array): StreamChunk {
  return { bytes, isLast: false };
}

function last(frame: StreamFrame): StreamChunk {
  return { bytes: encodeFrame(frame), isLast: true };
}
