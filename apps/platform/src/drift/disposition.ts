import { asSet } from "../normal-form/canonical-json.ts";
import { hashOf } from "../normal-form/hash-of.ts";

/** What people decided about a finding. `new` is what a finding is without a decision, and is never stored. */
export const DISPOSITIONS = ["accepted", "customer_specific", "to_fix", "resolved"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The newest decision about a finding that is in force at an instant; an expired one is not. */
export interface DispositionInForce {
  readonly finding_key: string;
  readonly disposition: Disposition;
  readonly actor: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly decided_at: string;
  /** ISO 8601; null = until it is changed. */
  readonly expires_at: string | null;
}

/** `dispositions1:<sha256>` over the decisions in force, whatever their order. */
export function dispositionsHash(list: readonly DispositionInForce[]): string {
  const rows = list.map((one) => [
    one.finding_key,
    one.disposition,
    one.actor,
    one.reason,
    one.decided_at,
    one.expires_at,
  ]);
  return hashOf("dispositions", asSet(rows));
}
