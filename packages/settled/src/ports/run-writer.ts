import type { Actor, Initiator } from "../run/actor.ts";
import type { DispatchRecord } from "../run/dispatch-record.ts";
import type { JsonObject, JsonValue } from "../run/json-value.ts";
import type { OperationRun, RunOutcome, RunProgress, RunSummary } from "../run/operation-run.ts";
import type { UndatedReconciliation } from "../run/reconciliation-record.ts";
import type { StoredContext } from "../run/run-context.ts";
import type { RunEventKind } from "../run/run-event.ts";
import type { RunFailure } from "../run/run-failure.ts";
import type { RunId, RunScope, WorkspaceId } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";

export interface NewRun extends RunScope {
  readonly id: RunId;
  readonly operationType: string;
  readonly identityKey: string;
  readonly initiator: Initiator;
  readonly input: JsonValue;
  readonly context: StoredContext;
  /** Milliseconds from the database's now until the first truth check. */
  readonly dueAfterMs: number;
  readonly rerunOf: RunId | null;
  /** What the event says beside who asked: why a person had it done again. */
  readonly detail?: JsonObject;
}

export type InsertedRun = { readonly kind: "created" | "joined"; readonly run: OperationRun };

/** A write names what it expects. Not finding it is an answer, not an exception. */
export type WriteAnswer =
  | { readonly kind: "written"; readonly run: OperationRun }
  | { readonly kind: "refused"; readonly current: OperationRun | null };

/** The run in the version that the caller has seen. */
export interface SeenRun {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly version: number;
}

/** One execution: the fencing token of everything that a worker writes. */
export interface AttemptRef {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly attempt: number;
  readonly ownerId: string;
}

export interface FinishWrite {
  readonly outcome: RunOutcome;
  /** `related` and `reason` of the context. */
  readonly context: StoredContext;
  readonly summary: RunSummary | null;
  readonly failure: RunFailure | null;
}

export interface ReconcileWrite {
  readonly record: UndatedReconciliation;
  readonly summary: RunSummary | null;
  /** What the event says beside adapter, reason and trigger of the record. */
  readonly detail: JsonObject;
  /** Milliseconds until the truth is looked at again; null = never. */
  readonly dueAfterMs: number | null;
}

/** The writes of the life cycle. Handed to RunLifecycle and to nobody else. */
export interface RunWriter {
  insertRun(run: NewRun, actor: Actor, on?: SqlExecutor): Promise<InsertedRun>;
  recordDispatch(
    seen: SeenRun,
    dispatch: Omit<DispatchRecord, "dispatched_at">,
    options: {
      readonly kind: "dispatched" | "redispatched";
      readonly dueAfterMs: number;
      readonly actor: Actor;
    },
    on?: SqlExecutor,
  ): Promise<WriteAnswer>;
  /** Refused unless the lease lives and the run is queued, or running without a living owner. */
  beginRun(
    seen: SeenRun,
    options: { readonly ownerId: string; readonly dueAfterMs: number; readonly actor: Actor },
  ): Promise<WriteAnswer>;
  recordProgress(attempt: AttemptRef, progress: RunProgress): Promise<WriteAnswer>;
  /** Locks and bumps the run inside the caller's transaction if the attempt still owns it. */
  guardRun(attempt: AttemptRef, on: SqlExecutor): Promise<WriteAnswer>;
  finishRun(
    attempt: AttemptRef,
    finish: FinishWrite,
    actor: Actor,
    on?: SqlExecutor,
  ): Promise<WriteAnswer>;
  /** The attempt ended without finishing: the run has no owner any more and is due. */
  endAttempt(
    attempt: AttemptRef,
    options: {
      readonly failure: RunFailure | null;
      readonly detail: JsonObject;
      readonly dueAfterMs: number;
      readonly actor: Actor;
    },
  ): Promise<WriteAnswer>;
  reconcileRun(seen: SeenRun, reconcile: ReconcileWrite, actor: Actor): Promise<WriteAnswer>;
  /** Queued and never begun: completed as cancelled. */
  cancelRun(
    seen: SeenRun,
    cancel: { readonly reason: string; readonly detail: JsonObject },
    actor: Actor,
  ): Promise<WriteAnswer>;
  /** Running: notes the wish. */
  requestCancel(seen: SeenRun, detail: JsonObject, actor: Actor): Promise<WriteAnswer>;
  /** Moves the next look; null = never again. */
  postponeRun(seen: SeenRun, dueAfterMs: number | null): Promise<WriteAnswer>;
  /** Writes a line that moves nothing; `wake` makes the run due now unless it succeeded or a worker still owns it. */
  recordEvent(
    run: { readonly workspaceId: WorkspaceId; readonly id: RunId },
    event: {
      readonly kind: Extract<RunEventKind, "late_report" | "delivery_ignored">;
      readonly detail: JsonObject;
      readonly wake: boolean;
      readonly actor: Actor;
    },
  ): Promise<WriteAnswer>;
  /** Takes up to `limit` due runs of these types by moving their next look `leaseMs` ahead. */
  claimDueRuns(options: {
    readonly operationTypes: readonly string[];
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly OperationRun[]>;
  /** Ends the leases of workers that are dead and makes their runs due; answers how many of each. */
  endDeadLeases(actor: Actor): Promise<{ readonly workers: number; readonly runs: number }>;
}
