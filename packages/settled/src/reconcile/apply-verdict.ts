import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { WriteAnswer } from "../ports/run-writer.ts";
import { givenReason } from "../run/given-reason.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { ReconcileInput, ReconcileOptions, ReconcileReport } from "./reconcile-options.ts";
import { nextLookAfterMs } from "./truth-window.ts";
import type { Verdict } from "./verdict-of.ts";

const HAND_OVER_AGAIN_MS = 5_000;

/** Writes what was found, in the version that was judged. */
export async function applyVerdict(
  options: ReconcileOptions,
  input: ReconcileInput,
  verdict: Verdict,
): Promise<ReconcileReport> {
  const { run, dryRun = false } = input;
  const report = (changed: boolean, now = run): ReconcileReport => ({
    run: now,
    found: verdict,
    changed,
  });
  if (dryRun) return report(false);
  switch (verdict.kind) {
    case "stands":
      if (input.claimed !== undefined) {
        await options.lifecycle.postpone(run, nextLookAfterMs(input.claimed.settledForMs));
        await options.checks.forgetChecks(run.workspaceId, run.id);
      }
      return report(false);
    case "ask_again":
      await options.lifecycle.postpone(run, verdict.afterMs);
      return report(false);
    case "settle": {
      const answer = await options.lifecycle.reconcile(run, verdict.conclusion, {
        summary: verdict.summary,
        detail: { ...detailOf(verdict), ...givenReason(input.because) },
        dueAfterMs: secondLookAfterMs(input, verdict),
        actor: input.actor,
      });
      if (answer.kind === "refused") return report(false, answer.current ?? run);
      await options.checks.forgetChecks(run.workspaceId, run.id);
      if (answer.kind === "unchanged") return { run, found: { kind: "stands" }, changed: false };
      return report(true, answer.run);
    }
  }
}

/** The candidates stand in the event alone: for privileged readers, never a pick. */
function detailOf(verdict: Extract<Verdict, { kind: "settle" }>): JsonObject {
  const candidates = verdict.candidates.map(({ type, id }) => ({ type, id }));
  return candidates.length > 0 ? { candidates } : {};
}

/** A run that ever had a worker may still get its artifact: all but a success is looked at again. */
function secondLookAfterMs(
  input: ReconcileInput,
  verdict: Extract<Verdict, { kind: "settle" }>,
): number | null {
  if (verdict.conclusion.decision === "succeeded" || input.run.attempt === 0) return null;
  return nextLookAfterMs(input.run.status === "completed" ? (input.claimed?.settledForMs ?? 0) : 0);
}

/** The row was committed without its job: an engine of another database, or a start that died in between. */
export async function handOver(
  options: ReconcileOptions,
  input: ReconcileInput,
  operation: OperationDefinition,
): Promise<ReconcileReport> {
  const { run } = input;
  const found = { kind: "hand_over" } as const;
  if (input.dryRun === true) return { run, found, changed: false };
  try {
    const { driver, transactions } = options;
    const handOn = (tx?: SqlExecutor) => driver.dispatch(operation, run.id, tx);
    await (driver.transactional ? transactions.transaction(handOn) : handOn());
    const answer = await record(options, input, operation, { kind: "dispatched" });
    return { run, found, changed: answer.kind === "written" };
  } catch (error) {
    options.logger.warn({ runId: run.id, error }, "the job could not be handed over");
    const tally = await options.checks.countCheck(run.workspaceId, run.id, "could_not_dispatch");
    if (tally.sinceMs < operation.timeouts.decideWithinMs) {
      await options.lifecycle.postpone(run, HAND_OVER_AGAIN_MS);
      return { run, found, changed: false };
    }
    return applyVerdict(options, input, couldNotDispatch(input));
  }
}

/** Hands a job over again whose run produced nothing because no handler ever saw it. */
export async function redispatch(
  options: ReconcileOptions,
  input: ReconcileInput,
  operation: OperationDefinition,
): Promise<ReconcileReport> {
  const { run } = input;
  const again = async (tx?: SqlExecutor): Promise<boolean> => {
    const answer = await record(options, input, operation, { kind: "redispatched", on: tx });
    if (answer.kind === "refused") return false;
    await options.driver.redispatch(operation, run.id, tx);
    return true;
  };
  const { driver, transactions } = options;
  const changed = await (driver.transactional ? transactions.transaction(again) : again());
  return { run, found: { kind: "redispatch" }, changed };
}

function record(
  options: ReconcileOptions,
  input: ReconcileInput,
  operation: OperationDefinition,
  move: { readonly kind: "dispatched" | "redispatched"; readonly on?: SqlExecutor | undefined },
): Promise<WriteAnswer> {
  const dueAfterMs = operation.timeouts.startWithinMs;
  return options.lifecycle.recordDispatch(
    input.run,
    options.driver.handOverOf(operation),
    { kind: move.kind, dueAfterMs, actor: input.actor },
    move.on,
  );
}

function couldNotDispatch(input: ReconcileInput): Verdict {
  return {
    kind: "settle",
    conclusion: {
      adapter: "none",
      decision: "attention_required",
      reason: "could_not_dispatch",
      trigger: "never_started",
      related: null,
      checks: [],
      decidedBy: input.actor.name,
    },
    summary: null,
    candidates: [],
  };
}
