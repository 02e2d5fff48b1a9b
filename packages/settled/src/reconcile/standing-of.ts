import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { JobState } from "../ports/engine-driver.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";

/** What is known about who may still end a run. */
export interface StandingFacts {
  readonly ownerMayLive: boolean;
  readonly job: JobState;
  /** How long the engine has not been able to say what became of the job. */
  readonly silentForMs: number;
  /** The run was claimed as due: for a run with a living owner that is its time limit. */
  readonly due: boolean;
  /** What made somebody look, where more is known than the run says. */
  readonly hint: ReconciliationTrigger | null;
}

/** Whether it is time to judge a run. */
export type Standing =
  | { readonly kind: "leave"; readonly because: string; readonly dueAfterMs: number | null }
  | { readonly kind: "hand_over" }
  | { readonly kind: "judge"; readonly trigger: ReconciliationTrigger };

/** How soon to ask again when the engine is about to say more by itself. */
const ENGINE_WILL_TELL_MS = 5_000;

/** Pure: a run whose owner may live, or whose engine will retry, is left alone. */
export function standingOf(
  run: OperationRun,
  operation: OperationDefinition,
  facts: StandingFacts,
): Standing {
  switch (run.status) {
    case "completed":
      return run.outcome === "succeeded"
        ? { kind: "leave", because: "succeeded_is_final", dueAfterMs: null }
        : { kind: "judge", trigger: facts.hint ?? "truth_window" };
    case "queued":
      return standingOfQueued(run, operation, facts);
    case "running":
      return standingOfRunning(run, operation, facts);
  }
}

function standingOfQueued(
  run: OperationRun,
  operation: OperationDefinition,
  facts: StandingFacts,
): Standing {
  if (run.context.dispatch === undefined) return { kind: "hand_over" };
  switch (facts.job) {
    case "waiting":
      return leave("job_is_waiting", operation.timeouts.startWithinMs);
    case "unknown":
      return isSilentForGood(operation, facts)
        ? { kind: "judge", trigger: "never_started" }
        : leave("job_is_unknown", ENGINE_WILL_TELL_MS);
    case "active":
    case "retrying":
      return leave(`job_is_${facts.job}`, ENGINE_WILL_TELL_MS);
    case "finished":
    case "failed":
    case "missing":
      return { kind: "judge", trigger: "never_started" };
  }
}

function standingOfRunning(
  run: OperationRun,
  operation: OperationDefinition,
  facts: StandingFacts,
): Standing {
  if (facts.ownerMayLive) {
    return facts.due
      ? { kind: "judge", trigger: "time_limit" }
      : leave("owner_may_live", operation.timeouts.runWithinMs);
  }
  const mayBeTakenAgain =
    facts.job === "retrying" ||
    facts.job === "waiting" ||
    (operation.queue.retries > 0 && facts.job === "active") ||
    (operation.queue.retries > 0 && facts.job === "unknown" && !isSilentForGood(operation, facts));
  if (mayBeTakenAgain) return leave("engine_will_retry", ENGINE_WILL_TELL_MS);
  const wentSilent = run.ownerId !== null;
  const threw = run.failure?.attempt === run.attempt;
  const ended = threw ? "job_failed" : "handler_returned";
  return { kind: "judge", trigger: wentSilent ? "went_silent" : (facts.hint ?? ended) };
}

/** Nobody waits for ever for an engine: a delivery that comes after the judgement is ignored. */
function isSilentForGood({ timeouts }: OperationDefinition, facts: StandingFacts): boolean {
  return facts.job === "unknown" && facts.silentForMs >= timeouts.decideWithinMs;
}

function leave(because: string, dueAfterMs: number): Standing {
  return { kind: "leave", because, dueAfterMs };
}
