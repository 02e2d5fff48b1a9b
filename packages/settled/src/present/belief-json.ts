import type { Belief } from "./explain-belief.ts";
import { positionLabelOf } from "./position-label.ts";
import type { BeliefCheck } from "./plain-check.ts";

/** The answer to "Why do you believe this?" on the wire: words for any reader, and the code of what made us look. */
export interface BeliefJson {
  readonly statement: string;
  readonly trigger: { readonly code: string; readonly text: string } | null;
  readonly checks: readonly BeliefCheck[];
  /** What was recorded before the truth was looked at. */
  readonly previous: {
    readonly status: string;
    readonly outcome: string | null;
    readonly label: string;
  } | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly adapter: string | null;
}

export function asBeliefJson(belief: Belief): BeliefJson {
  const { statement, trigger, checks, previous, decidedBy, decidedAt, adapter } = belief;
  return {
    statement,
    trigger,
    checks,
    previous: previous === null ? null : { ...previous, label: positionLabelOf(previous).label },
    decided_by: decidedBy,
    decided_at: decidedAt?.toISOString() ?? null,
    adapter,
  };
}
