import type { ActorExchange } from "./exchange.ts";
import { encodeFrame } from "./stream-frame.ts";
import { type StreamChunk, type StreamReader, writeStream } from "./write-stream.ts";

export type OpenedStream =
  | { readonly kind: "stream"; readonly body: ReadableStream<Uint8Array> }
  | { readonly kind: "full"; readonly of: "program" | "actor" };

/** How often a stream looks around while nothing happens: at the time, and whether its reader still reads. */
const LOOK_AROUND_EVERY_MS = 1_000;
/** Whoever takes nothing for so long is dropped. They come back to the place that they have seen. */
const STALLED_AFTER_MS = 30_000;

/**
 * Opens a stream of events. It is made as it is read, one chunk at a time: for a reader who is slow nothing is kept but
 * their place.
 */
export function openStream(
  exchange: ActorExchange,
  reader: StreamReader,
  after: string | null,
): OpenedStream {
  const { clock, settled, streamRoom } = exchange.desk;
  const over = new AbortController();
  let isNews = false;
  let rouse: () => void = () => undefined;
  let isRead = false;
  let takenAtMs = clock.nowMs();

  const wake = () => {
    isNews = true;
    rouse();
  };
  const untilWoken = async () => {
    if (!isNews) await new Promise<void>((resolve) => (rouse = resolve));
    isNews = false;
  };

  const entry = streamRoom.enter(exchange.actor, wake);
  if (entry.kind === "full") return entry;
  const { leave: leaveRoom } = entry;
  const feed = settled.tail.follow({ workspaceId: reader.workspaceId, after, onNews: wake });
  const next = writeStream(exchange, reader, { feed, untilWoken });

  function leave(): void {
    over.abort();
    feed.close();
    leaveRoom();
    wake();
  }

  async function lookAround(controller: ReadableStreamDefaultController): Promise<void> {
    while (!over.signal.aborted) {
      await clock.sleep(LOOK_AROUND_EVERY_MS, over.signal);
      if (!isRead && clock.nowMs() - takenAtMs >= STALLED_AFTER_MS && !over.signal.aborted) {
        leave();
        controller.error(new Error("The reader of the stream takes nothing."));
      }
      wake();
    }
  }

  async function nextSafely(): Promise<StreamChunk> {
    try {
      return await next();
    } catch (error) {
      const { desk, requestId } = exchange;
      desk.logger.warn({ requestId, error }, "a stream met a fault and was ended");
      const bytes = encodeFrame({ event: "bye", data: { reason: "unavailable" } });
      return { bytes, isLast: true };
    }
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => void lookAround(controller),
      async pull(controller) {
        isRead = true;
        const { bytes, isLast } = await nextSafely();
        if (over.signal.aborted) return;
        controller.enqueue(bytes);
        isRead = false;
        takenAtMs = clock.nowMs();
        if (!isLast) return;
        leave();
        controller.close();
      },
      cancel: leave,
    },
    // Nothing is made before it is asked for.
    { highWaterMark: 0 },
  );
  return { kind: "stream", body };
}
