import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { artifactWords } from "./artifact-words.ts";
import { explainBelief } from "./explain-belief.ts";
import type { BeliefCheck } from "./plain-check.ts";
import type { PresentedRun } from "./presented-run.ts";

/** "Why do you believe this?", in words for any reader. */
export interface BeliefJson {
  readonly statement: string;
  readonly reason: { readonly title: string; readonly meaning: string } | null;
  readonly checks: readonly BeliefCheck[];
  /** The artifact as it is now, in one line. */
  readonly result: string | null;
}

export function asBeliefJson(
  run: OperationRun,
  presented: PresentedRun,
  operation: OperationDefinition | null,
): BeliefJson {
  const { statement, reason, checks } = explainBelief(run, operation);
  return {
    statement,
    reason: reason === null ? null : { title: reason.title, meaning: reason.meaning },
    checks: checks.map(({ text, passed, detail }) => ({ text, passed, detail })),
    result: artifactWords(presented.artifact),
  };
}
