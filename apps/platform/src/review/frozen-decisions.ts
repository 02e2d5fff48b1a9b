import { type Pin, pinsHash } from "../baseline/pin.ts";
import { type DispositionInForce, dispositionsHash } from "../drift/disposition.ts";
import { hashOf } from "../normal-form/hash-of.ts";

/** What people had decided when the inputs were frozen: about findings, and about which policy is which. */
export interface FrozenDecisions {
  readonly dispositions: readonly DispositionInForce[];
  readonly pins: readonly FrozenPin[];
}

/** As it is kept: a time is its text. */
export type FrozenPin = Omit<Pin, "pinnedAt"> & { readonly pinnedAt: string };

export function freezeDecisions(
  dispositions: readonly DispositionInForce[],
  pins: readonly Pin[],
): FrozenDecisions {
  return {
    dispositions,
    pins: pins.map((pin) => ({ ...pin, pinnedAt: pin.pinnedAt.toISOString() })),
  };
}

export function thawPins({ pins }: FrozenDecisions): readonly Pin[] {
  return pins.map((pin) => ({ ...pin, pinnedAt: new Date(pin.pinnedAt) }));
}

/** The `dispositions_hash` of a fingerprint. A pin changes what is compared with what, so it is a decision, too. */
export function decisionsHash(decisions: FrozenDecisions): string {
  const decided = dispositionsHash(decisions.dispositions);
  if (decisions.pins.length === 0) return decided;
  return hashOf("dispositions", [decided, pinsHash(thawPins(decisions))]);
}
