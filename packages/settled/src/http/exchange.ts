import { type Clock, SYSTEM_CLOCK } from "../ports/clock.ts";
import { type Logger, SILENT_LOGGER } from "../ports/logger.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { Asker, Initiator } from "../run/actor.ts";
import { type Addresses, createAddresses } from "./addresses.ts";
import type { Brand, HttpHandlerOptions } from "./http-handler-options.ts";
import { createStreamRoom, type StreamRoom } from "./stream-room.ts";
import { createWaitRoom, type WaitRoom } from "./wait-room.ts";

const WAITS_MAX = 100;
const STREAMS_MAX = 2_000;
const STREAMS_OF_ACTOR_MAX = 20;
const EXPORTS_MAX = 4;
const EXPORT_RUNS_MAX = 100_000;

/** The options of a handler with everything that was left out filled in. */
export interface Desk extends HttpHandlerOptions {
  readonly addresses: Addresses;
  readonly brand: Brand;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly waitRoom: WaitRoom;
  /** Who reads a page; not known while none is answered. */
  readonly reader?: Initiator;
  /** The OpenAPI document of everything that is served. */
  apiDocument(): JsonObject;
  readonly streamRoom: StreamRoom;
  readonly exportRoom: WaitRoom;
  readonly exportRunsMax: number;
  now(): Date;
}

/** One request on its way to an answer. */
export interface Exchange {
  readonly desk: Desk;
  readonly request: Request;
  readonly url: URL;
  readonly requestId: string;
  /** The decoded parts of the path by name; missing ones read as empty. */
  pathPart(name: string): string;
}

export interface ActorExchange extends Exchange {
  /** As the host found them; a policy knows them by this very object. */
  readonly actor: Initiator;
  /** The same with the id of this request: what is written down as who did it. */
  readonly asker: Asker;
}

export function openDesk(
  options: HttpHandlerOptions,
  apiDocument: (desk: Desk) => JsonObject = () => ({}),
): Desk {
  const desk: Desk = {
    ...options,
    addresses: createAddresses(options.basePath ?? "", options.runPagesAt),
    brand: options.brand ?? { name: "Settled" },
    logger: options.logger ?? SILENT_LOGGER,
    clock: options.clock ?? SYSTEM_CLOCK,
    waitRoom: createWaitRoom(options.waitsMax ?? WAITS_MAX),
    streamRoom: createStreamRoom(
      {
        ofAllMax: options.streamsMax ?? STREAMS_MAX,
        ofActorMax: options.streamsOfActorMax ?? STREAMS_OF_ACTOR_MAX,
      },
      options.closing,
    ),
    exportRoom: createWaitRoom(options.exportsMax ?? EXPORTS_MAX),
    exportRunsMax: options.exportRunsMax ?? EXPORT_RUNS_MAX,
    now: options.now ?? (() => new Date()),
    apiDocument: () => apiDocument(desk),
  };
  return desk;
}
