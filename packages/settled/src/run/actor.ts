export const INITIATOR_KINDS = ["user", "service", "schedule", "operator", "system"] as const;
export type InitiatorKind = (typeof INITIATOR_KINDS)[number];

/** Who asked for a run. `name` is a snapshot, so that the record survives the account. */
export interface Initiator {
  readonly kind: InitiatorKind;
  readonly id: string;
  readonly name: string;
}

/** Who made one event: a person or program that asked, or a part of the system that acted. */
export interface Actor {
  readonly kind: InitiatorKind | "worker" | "sweeper" | "bridge";
  readonly id: string;
  readonly name: string;
  /** The request by which it was done, to be found again in a log. */
  readonly requestId?: string;
}

export const SYSTEM_ACTOR: Initiator = { kind: "system", id: "settled", name: "Settled" };
