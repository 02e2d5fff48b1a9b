import { z } from "zod";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import { RUN_EVENT_KINDS } from "../run/run-event.ts";
import type { ToldEvent } from "../ports/event-tail.ts";
import type { StreamSight } from "./stream-sight.ts";

/** The data of an event `run`: what moved where. Whatever else there is to know stands at the run's own address. */
export const STREAMED_EVENT = z.object({
  sequence: z.string(),
  run_id: z.string(),
  kind: z.enum(RUN_EVENT_KINDS),
  version: z.int(),
  status: z.enum(RUN_STATUSES),
  outcome: z.enum(RUN_OUTCOMES).nullable(),
  operation_type: z.string(),
  environment_id: z.string().nullable(),
  at: z.string(),
});
export type StreamedEvent = z.output<typeof STREAMED_EVENT>;

export interface StreamFrame {
  readonly event: "hello" | "reset" | "end" | "bye";
  readonly data: Readonly<Record<string, unknown>>;
  /** The place to resume from. */
  readonly id?: string;
  /** How long a client that was cut off waits before it comes back. */
  readonly retryMs?: number;
}

const encoder = new TextEncoder();

export function encodeFrame({ event, data, id, retryMs }: StreamFrame): Uint8Array {
  const lines = [
    ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    `event: ${event}`,
    `data: ${JSON.stringify(data)}`,
  ];
  return encoder.encode(`${lines.join("\n")}\n\n`);
}

/** A sign of life that no client sees as an event. It moves the place on: what was not shown is not read again. */
export function encodePing(place: string | null): Uint8Array {
  return encoder.encode(place === null ? ": ping\n\n" : `: ping\nid: ${place}\n\n`);
}

const textOf = new WeakMap<ToldEvent, string>();
const chunksOf = new WeakMap<readonly ToldEvent[], Map<string, Uint8Array | null>>();

/**
 * The events that a reader is shown, as they are sent; null = none. Each is encoded once however many read it, and
 * readers at the same place who are shown the same get the same bytes.
 */
export function encodeEvents(events: readonly ToldEvent[], sight: StreamSight): Uint8Array | null {
  const chunks = chunksOf.get(events) ?? new Map<string, Uint8Array | null>();
  chunksOf.set(events, chunks);
  const known = chunks.get(sight.key);
  if (known !== undefined) return known;
  const text = events
    .filter((event) => sight.shows(event))
    .map((event) => textOfEvent(event))
    .join("");
  const chunk = text === "" ? null : encoder.encode(text);
  chunks.set(sight.key, chunk);
  return chunk;
}

function textOfEvent(event: ToldEvent): string {
  const known = textOf.get(event);
  if (known !== undefined) return known;
  const text = `id: ${event.sequence}\nevent: run\ndata: ${JSON.stringify(asStreamedEvent(event))}\n\n`;
  textOf.set(event, text);
  return text;
}

function asStreamedEvent(event: ToldEvent): StreamedEvent {
  return {
    sequence: event.sequence,
    run_id: event.runId,
    kind: event.kind,
    version: event.version,
    status: event.status,
    outcome: event.outcome,
    operation_type: event.operationType,
    environment_id: event.environmentId,
    at: event.at.toISOString(),
  };
}
