import type { RunResult } from "../catalog/tracked-run.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type {
  AttemptRef,
  InsertedRun,
  NewRun,
  RunWriter,
  WriteAnswer,
} from "../ports/run-writer.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { NO_TELEMETRY, type Telemetry } from "../ports/telemetry.ts";
import type { Actor } from "../run/actor.ts";
import { CORRELATION_VERSION, type DispatchRecord } from "../run/dispatch-record.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { OperationRun, RunProgress, RunSummary } from "../run/operation-run.ts";
import { alreadyDecided, asReconciliation, type Conclusion } from "../run/conclusion.ts";
import type { UndatedReconciliation } from "../run/reconciliation-record.ts";
import type { RunFailure } from "../run/run-failure.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";
import { isSettledError } from "../run/settled-error.ts";
import { bareConclusion, safeConclusion } from "./safe-conclusion.ts";
import {
  asFinishWrite,
  bareFinish,
  safeFailure,
  safeProgress,
  safeSummary,
} from "./safe-report.ts";

export interface RunLifecycleOptions {
  readonly writer: RunWriter;
  readonly faults: FaultPoints;
  readonly telemetry?: Telemetry;
}

export type BeginAnswer =
  | { readonly kind: "begun"; readonly run: OperationRun }
  | { readonly kind: "refused"; readonly current: OperationRun | null };

export type FinishAnswer =
  | { readonly kind: "finished"; readonly run: OperationRun }
  /** The attempt no longer owned the run: its report is kept and the truth will be asked. */
  | { readonly kind: "late"; readonly current: OperationRun | null };

export type ReconcileAnswer =
  | { readonly kind: "reconciled"; readonly run: OperationRun }
  | { readonly kind: "unchanged"; readonly run: OperationRun }
  | { readonly kind: "refused"; readonly current: OperationRun | null };

export type CancelAnswer =
  | { readonly kind: "cancelled" | "requested" | "already_requested"; readonly run: OperationRun }
  | { readonly kind: "refused"; readonly current: OperationRun | null };

/**
 * The one writer of runs. Every move names the version or attempt that it expects; not finding it is an answer.
 * The same report or decision given twice is one: an answer that was lost on the way may be asked for again.
 */
export class RunLifecycle {
  readonly #writer: RunWriter;
  readonly #faults: FaultPoints;
  readonly #telemetry: Telemetry;

  constructor(options: RunLifecycleOptions) {
    this.#writer = options.writer;
    this.#faults = options.faults;
    this.#telemetry = options.telemetry ?? NO_TELEMETRY;
  }

  /** Losing the insert race is not an error: the winner's run answers the same question. */
  create(run: NewRun, on?: SqlExecutor, actor: Actor = run.initiator): Promise<InsertedRun> {
    return this.#writer.insertRun(run, actor, on);
  }

  recordDispatch(
    run: OperationRun,
    handOver: Pick<DispatchRecord, "job_class" | "queue" | "connection">,
    options: { kind: "dispatched" | "redispatched"; dueAfterMs: number; actor: Actor },
    on?: SqlExecutor,
  ): Promise<WriteAnswer> {
    const record = {
      job_class: handOver.job_class,
      queue: handOver.queue,
      connection: handOver.connection,
      correlation_version: CORRELATION_VERSION,
      operation_run_id: run.id,
    };
    return this.#writer.recordDispatch(run, record, options, on);
  }

  async begin(
    run: OperationRun,
    options: { ownerId: string; runWithinMs: number; actor: Actor },
  ): Promise<BeginAnswer> {
    const { ownerId, runWithinMs: dueAfterMs, actor } = options;
    const answer = await this.#writer.beginRun(run, { ownerId, dueAfterMs, actor });
    if (answer.kind === "written") return { kind: "begun", run: answer.run };
    const { current } = answer;
    const begunByUs =
      current?.status === "running" &&
      current.ownerId === ownerId &&
      current.attempt === run.attempt + 1;
    return begunByUs ? { kind: "begun", run: current } : answer;
  }

  progress(attempt: AttemptRef, progress: RunProgress): Promise<WriteAnswer> {
    return this.#writer.recordProgress(attempt, safeProgress(progress));
  }

  guard(attempt: AttemptRef, on: SqlExecutor): Promise<WriteAnswer> {
    return this.#writer.guardRun(attempt, on);
  }

  /** Completes the run for the attempt that owns it; with `on`, in the caller's transaction. */
  async finish(
    attempt: AttemptRef,
    result: RunResult,
    actor: Actor,
    on?: SqlExecutor,
  ): Promise<FinishAnswer> {
    await this.#faults.reach("finish.before_write", attempt.id);
    const answer = await this.#storable(
      () => this.#writer.finishRun(attempt, asFinishWrite(result), actor, on),
      () => this.#writer.finishRun(attempt, bareFinish(result), actor, on),
      on,
    );
    await this.#faults.reach("finish.after_write", attempt.id);
    // In a caller's transaction it is not finished yet.
    if (answer.kind === "written" && on === undefined) this.#telemetry.runFinished(answer.run);
    if (answer.kind === "written") return { kind: "finished", run: answer.run };
    const { current } = answer;
    const finishedByUs =
      current?.status === "completed" &&
      current.attempt === attempt.attempt &&
      current.outcome === result.outcome &&
      current.context.reconciliation === undefined;
    if (finishedByUs) return { kind: "finished", run: current };
    if (current === null || on !== undefined) return { kind: "late", current };
    const detail: JsonObject = {
      attempt: attempt.attempt,
      outcome: result.outcome,
      reason: result.reason ?? null,
      related: result.related === undefined ? null : { ...result.related },
    };
    return { kind: "late", current: await this.#reportLate(attempt, detail, actor) };
  }

  /** The attempt ended without finishing: the run loses its owner and is due, or the report is kept as late. */
  async endAttempt(
    attempt: AttemptRef,
    options: { failure: RunFailure | null; because: string; dueAfterMs: number; actor: Actor },
  ): Promise<WriteAnswer> {
    const { because, dueAfterMs, actor } = options;
    const failure = options.failure === null ? null : safeFailure(options.failure);
    const end = (kept: RunFailure | null) =>
      this.#writer.endAttempt(attempt, { failure: kept, detail: { because }, dueAfterMs, actor });
    const answer = await this.#storable(
      () => end(failure),
      () => end(null),
    );
    if (answer.kind === "written" || answer.current === null) return answer;
    const { current } = answer;
    const ended = current.attempt === attempt.attempt && current.ownerId === null;
    const settledByUs = ended && current.context.reconciliation === undefined;
    if (settledByUs) return answer;
    const detail: JsonObject = { attempt: attempt.attempt, because };
    return { kind: "refused", current: await this.#reportLate(attempt, detail, actor) };
  }

  /** Settles the run by a conclusion about its truth, in the version that was judged. */
  async reconcile(
    run: OperationRun,
    conclusion: Conclusion,
    options: {
      summary: RunSummary | null;
      detail: JsonObject;
      dueAfterMs: number | null;
      actor: Actor;
    },
  ): Promise<ReconcileAnswer> {
    const { detail, dueAfterMs, actor } = options;
    const summary = options.summary === null ? null : safeSummary(options.summary);
    const record = asReconciliation(run, safeConclusion(conclusion));
    if (alreadyDecided(run, record)) return { kind: "unchanged", run };
    await this.#faults.reach("reconcile.before_write", run.id);
    const answer = await this.#storable(
      () => this.#writer.reconcileRun(run, { record, summary, detail, dueAfterMs }, actor),
      () => {
        const bare = asReconciliation(run, bareConclusion(conclusion));
        return this.#writer.reconcileRun(
          run,
          { record: bare, summary: null, detail: {}, dueAfterMs },
          actor,
        );
      },
    );
    await this.#faults.reach("reconcile.after_write", run.id);
    if (answer.kind === "written") {
      this.#measureReconciled(run, { run: answer.run, record });
      return { kind: "reconciled", run: answer.run };
    }
    const { current } = answer;
    if (current !== null && alreadyDecided(current, record))
      return { kind: "unchanged", run: current };
    return { kind: "refused", current };
  }

  /** Ends a run that was never begun; of a running one, notes the wish. */
  async cancel(run: OperationRun, actor: Actor, detail: JsonObject = {}): Promise<CancelAnswer> {
    if (run.status === "queued" && run.attempt === 0) {
      const cancel = { reason: "cancelled_before_start", detail };
      const answer = await this.#writer.cancelRun(run, cancel, actor);
      if (answer.kind === "written") this.#telemetry.runFinished(answer.run);
      if (answer.kind === "written") return { kind: "cancelled", run: answer.run };
      const { current } = answer;
      const isCancelled = current?.outcome === "cancelled" && current.version === run.version + 1;
      return isCancelled ? { kind: "cancelled", run: current } : answer;
    }
    if (run.cancelRequestedAt !== null && run.status === "running") {
      return { kind: "already_requested", run };
    }
    const answer = await this.#writer.requestCancel(run, detail, actor);
    return answer.kind === "written" ? { kind: "requested", run: answer.run } : answer;
  }

  postpone(run: OperationRun, dueAfterMs: number | null): Promise<WriteAnswer> {
    return this.#writer.postponeRun(run, dueAfterMs);
  }

  ignoreDelivery(run: OperationRun, because: string, actor: Actor): Promise<WriteAnswer> {
    return this.#writer.recordEvent(run, {
      kind: "delivery_ignored",
      detail: { because },
      wake: false,
      actor,
    });
  }

  async claimDue(options: {
    operationTypes: readonly string[];
    limit: number;
    leaseMs: number;
  }): Promise<readonly OperationRun[]> {
    const runs = await this.#writer.claimDueRuns(options);
    if (runs.length > 0) await this.#faults.reach("sweep.after_claim");
    return runs;
  }

  endDeadLeases(actor: Actor): Promise<{ readonly workers: number; readonly runs: number }> {
    return this.#writer.endDeadLeases(actor);
  }

  #measureReconciled(
    before: OperationRun,
    { run, record }: { readonly run: OperationRun; readonly record: UndatedReconciliation },
  ): void {
    this.#telemetry.runReconciled(run, record);
    if (before.status !== "completed") this.#telemetry.runFinished(run);
    if (before.status === "running" && before.ownerId !== null) {
      this.#telemetry.lossSettled(before);
    }
  }

  async #reportLate(
    run: { workspaceId: WorkspaceId; id: RunId },
    detail: JsonObject,
    actor: Actor,
  ): Promise<OperationRun | null> {
    const answer = await this.#writer.recordEvent(run, {
      kind: "late_report",
      detail,
      wake: true,
      actor,
    });
    return answer.kind === "written" ? answer.run : answer.current;
  }

  /** The last resort: what the database cannot hold must never stop a run from ending. */
  async #storable(
    write: () => Promise<WriteAnswer>,
    bareWrite: () => Promise<WriteAnswer>,
    on?: SqlExecutor,
  ): Promise<WriteAnswer> {
    try {
      return await write();
    } catch (error) {
      if (on !== undefined || !isSettledError(error, "value_not_storable")) throw error;
      return bareWrite();
    }
  }
}
