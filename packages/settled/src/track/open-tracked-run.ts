import type { SqlExecutor } from "../catalog/sql-executor.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { RunResult, TrackedRun } from "../catalog/tracked-run.ts";
import type { RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { Clock } from "../ports/clock.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { AttemptRef } from "../ports/run-writer.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { Actor } from "../run/actor.ts";
import type { OperationRun, RunProgress } from "../run/operation-run.ts";
import { isSettledError, SettledError } from "../run/settled-error.ts";
import { lacksArtifact } from "../catalog/lacks-artifact.ts";

export interface TrackedRunOptions {
  readonly lifecycle: RunLifecycle;
  readonly reader: RunReader;
  readonly transactions: TransactionRunner;
  readonly faults: FaultPoints;
  readonly clock: Clock;
  readonly actor: Actor;
}

/** A tracked run, and whether its handler has already ended it through `commit`. */
export interface OpenTrackedRun {
  readonly tracked: TrackedRun;
  committed(): boolean;
}

/** Progress reports that come faster than this are dropped, but for the last one of a total. */
const PROGRESS_EVERY_MS = 250;

export function openTrackedRun(
  options: TrackedRunOptions,
  operation: OperationDefinition,
  begun: { readonly run: OperationRun; readonly ref: AttemptRef; readonly abort: AbortController },
): OpenTrackedRun {
  const { run, ref: attempt, abort } = begun;
  const { lifecycle, faults, clock, actor } = options;
  let committed = false;
  let reportedAtMs = Number.NEGATIVE_INFINITY;

  const fenced = (): SettledError => {
    const error = new SettledError("run_fenced", "This attempt no longer owns its run.");
    abort.abort(error);
    return error;
  };

  async function guard(tx: SqlExecutor): Promise<void> {
    const answer = await lifecycle.guard(attempt, tx);
    if (answer.kind === "refused") throw fenced();
  }

  async function commitIn(
    tx: SqlExecutor,
    work: (tx: SqlExecutor) => Promise<RunResult>,
  ): Promise<void> {
    const owned = await lifecycle.guard(attempt, tx);
    if (owned.kind === "refused") {
      // The answer to COMMIT may be lost although the commit was not: the run itself knows.
      if (isFinishedBy(attempt, owned.current)) return;
      throw fenced();
    }
    await faults.reach("commit.before_work", run.id);
    const result = await work(tx);
    await faults.reach("commit.after_work", run.id);
    if (lacksArtifact(operation, result)) throw unnamed(operation);
    const answer = await lifecycle.finish(attempt, result, actor, tx);
    if (answer.kind === "late") throw fenced();
    await faults.reach("commit.after_finish", run.id);
  }

  const tracked: TrackedRun = {
    run,
    input: run.input,
    attempt: attempt.attempt,
    trace: run.context.trace ?? null,
    signal: abort.signal,
    guard,

    async progress(report) {
      const progress: RunProgress = { total: null, message: null, ...report };
      const nowMs = clock.nowMs();
      if (nowMs - reportedAtMs < PROGRESS_EVERY_MS && progress.done !== progress.total) return;
      reportedAtMs = nowMs;
      const answer = await lifecycle.progress(attempt, progress).catch(unlessAway);
      if (answer === null) return;
      if (answer.kind === "refused") throw fenced();
      if (answer.run.cancelRequestedAt !== null) {
        abort.abort(new SettledError("run_fenced", "The run was cancelled."));
      }
    },

    async commit(work) {
      abort.signal.throwIfAborted();
      const { transactions, reader } = options;
      try {
        await transactions.transaction((tx) => commitIn(tx, work), { repeat: true });
      } catch (error) {
        if (!isFinishedBy(attempt, await reader.findRun(run.workspaceId, run.id))) throw error;
      }
      committed = true;
      await faults.reach("commit.after_commit", run.id);
    },
  };
  return { tracked, committed: () => committed };
}

function isFinishedBy({ attempt }: AttemptRef, now: OperationRun | null): boolean {
  return (
    now?.status === "completed" &&
    now.attempt === attempt &&
    now.context.reconciliation === undefined
  );
}

/** Work goes on through an outage: what nobody could be shown is no reason to stop it. */
function unlessAway(error: unknown): null {
  if (isSettledError(error, "database_unavailable")) return null;
  throw error;
}

function unnamed({ type, artifact }: OperationDefinition): SettledError {
  return new SettledError(
    "invalid_artifact",
    `${type} cannot commit a success that names no artifact of the type "${artifact?.type}".`,
  );
}
