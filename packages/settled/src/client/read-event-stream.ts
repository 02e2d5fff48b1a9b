import { createParser, type EventSourceMessage } from "eventsource-parser";

/** What a server sends: events, and what only says that it lives, where it is, and how soon to come back. */
export type StreamNews =
  | { readonly kind: "event"; readonly event: EventSourceMessage }
  | { readonly kind: "place"; readonly id: string }
  | { readonly kind: "retry"; readonly afterMs: number }
  | { readonly kind: "sign_of_life" };

const EVENT_CHARS_MAX = 1_048_576;

/** The events of a body as they come, after the HTML standard's event stream. Ends where the body ends. */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamNews, void> {
  const arrived: StreamNews[] = [];
  const parser = createParser({
    maxBufferSize: EVENT_CHARS_MAX,
    onId: (id) => arrived.push({ kind: "place", id }),
    onEvent: (event) => {
      // An event's own place is told just before it, and counts once the event was told.
      if (event.id !== undefined) arrived.pop();
      arrived.push({ kind: "event", event });
    },
    onRetry: (afterMs) => arrived.push({ kind: "retry", afterMs }),
    onComment: () => arrived.push({ kind: "sign_of_life" }),
    onError: (error) => {
      // A field that the standard does not know is skipped; an event without an end is not waited for.
      if (error.type === "max-buffer-size-exceeded") throw error;
    },
  });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parser.feed(next.value);
      yield* arrived.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
