import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationRecord, ReconciliationTrigger } from "../run/reconciliation-record.ts";
import { artifactWords } from "./artifact-words.ts";
import { explainBelief } from "./explain-belief.ts";
import type { BeliefCheck } from "./plain-check.ts";
import { positionLabelOf } from "./position-label.ts";
import type { PresentedRun } from "./presented-run.ts";

/** "Why do you believe this?", in words for any reader. */
export interface BeliefJson {
  readonly statement: string;
  /** What made somebody look; null where nobody had to. */
  readonly trigger: { readonly code: ReconciliationTrigger; readonly text: string } | null;
  readonly checks: readonly BeliefCheck[];
  /** What was recorded before the truth was looked at. */
  readonly previous: (ReconciliationRecord["previous"] & { readonly label: string }) | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly adapter: string | null;
  /** The artifact as it is now, in one line. */
  readonly result: string | null;
}

export function asBeliefJson(
  run: OperationRun,
  presented: PresentedRun,
  operation: OperationDefinition | null,
): BeliefJson {
  const belief = explainBelief(run, operation);
  const { statement, trigger, checks, previous, decidedBy, decidedAt, adapter } = belief;
  return {
    statement,
    trigger,
    checks: checks.map(({ text, passed, detail }) => ({ text, passed, detail })),
    previous: previous === null ? null : { ...previous, label: positionLabelOf(previous).label },
    decided_by: decidedBy,
    decided_at: decidedAt?.toISOString() ?? null,
    adapter,
    result: artifactWords(presented.artifact),
  };
}
