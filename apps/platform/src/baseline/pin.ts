import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { hashOf } from "../normal-form/hash-of.ts";

/** An operator's word that an entry of a baseline is this policy in one environment, whatever it is called. */
export interface Pin {
  readonly type: string;
  readonly matchKey: string;
  readonly providerId: string;
  readonly pinnedBy: string;
  readonly pinnedAt: Date;
}

/** `pins1:<sha256>` over what the pins say; who set them and when does not change a comparison. */
export function pinsHash(pins: readonly Pin[]): string {
  const rows = pins.map(({ type, matchKey, providerId }) => [type, matchKey, providerId]);
  return hashOf(
    "pins",
    rows.sort((left, right) => byCodeUnit(JSON.stringify(left), JSON.stringify(right))),
  );
}
