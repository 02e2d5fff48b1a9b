export const INITIATOR_KINDS = ["user", "service", "schedule", "operator", "system"] as const;
export type InitiatorKind = (typeof INITIATOR_KINDS)[number];

/** Who asked for a run. `name` is a snapshot, so that the record survives the account. */
export interface Initiator {
  readonly kind: InitiatorKind;
  readonly id: string;
  readonly name: string;
}

/** Through which door something was asked for. What acts by itself came through none. */
export const DOORS = ["api", "console", "cli"] as const;
export type Door = (typeof DOORS)[number];

/** By what something was done, to be found again in a log. */
interface Passage {
  readonly requestId?: string;
  readonly via?: Door;
}

/** Who asks now: an initiator, and how they came. A run keeps the initiator alone, its events the whole. */
export interface Asker extends Initiator, Passage {}

/** Who made one event: a person or program that asked, or a part of the system that acted. */
export interface Actor extends Passage {
  readonly kind: InitiatorKind | "worker" | "sweeper" | "bridge";
  readonly id: string;
  readonly name: string;
}

export const SYSTEM_ACTOR: Initiator = { kind: "system", id: "settled", name: "Settled" };

/** The actor as it is stored: whatever else a host knows of its people stays with the host. */
export function storedActor({ kind, id, name, requestId, via }: Actor): Actor {
  return {
    kind,
    id,
    name,
    ...(requestId === undefined ? {} : { requestId }),
    ...(via === undefined ? {} : { via }),
  };
}
