import type { WriteAnswer } from "../../ports/run-writer.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import type { Actor } from "../../run/actor.ts";
import type { JsonObject } from "../../run/json-value.ts";
import { isLegalMove } from "../../run/legal-moves.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { RunEventKind, RunPosition } from "../../run/run-event.ts";
import type { RunId, WorkspaceId } from "../../run/scope.ts";
import { SettledError } from "../../run/settled-error.ts";
import type { RunLedger, UnnumberedEvent } from "./run-ledger.ts";
import { asStoredJson, asStoredRun, copyOfRun } from "./stored-copy.ts";

export interface Change {
  readonly fields: Partial<OperationRun>;
  readonly event: {
    readonly kind: RunEventKind;
    readonly actor: Actor;
    readonly detail: JsonObject;
  } | null;
}

export interface RunKey {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
}

/** What to change in the run that stands, or null to refuse. */
export type Judge = (current: OperationRun, now: Date) => Change | null;

/** Changes one run: the row and its event in one step, the version bumped, an illegal move refused. */
export type WriteRun = (key: RunKey, judge: Judge, on?: SqlExecutor) => Promise<WriteAnswer>;

export function createWriteRun(ledger: RunLedger, now: () => Date): WriteRun {
  return async (key, judge, on) => {
    const own = ledger.join(on);
    let holder = ledger.holderOf(key.id, own);
    while (holder !== null) {
      await holder.ended;
      holder = ledger.holderOf(key.id, own);
    }
    const current = ledger.find(key.id, own);
    if (current?.workspaceId !== key.workspaceId) return { kind: "refused", current: null };
    const changed = applyChange(current, judge(current, now()), now());
    if (changed === null) return { kind: "refused", current: copyOfRun(current) };
    ledger.put(changed.run, changed.event, own);
    return { kind: "written", run: copyOfRun(changed.run) };
  };
}

interface Changed {
  readonly run: OperationRun;
  readonly event: UnnumberedEvent | null;
}

/** The run and the event to store; null if the change is refused or is no legal move. */
export function applyChange(
  current: OperationRun,
  change: Change | null,
  now: Date,
): Changed | null {
  if (change === null) return null;
  const run = asStoredRun({ ...current, ...change.fields, version: current.version + 1 });
  if (change.event === null) {
    mustStayTrue(samePosition(current, run), "A move needs its event.");
    return { run, event: null };
  }
  if (!isLegalMove(change.event.kind, positionOf(current), positionOf(run))) return null;
  mustStayTrue(
    keepsPrevious(current, run),
    "What was reported before the first reconciliation is kept.",
  );
  return { run, event: asUnnumberedEvent(change.event, current, run, now) };
}

export function asUnnumberedEvent(
  event: NonNullable<Change["event"]>,
  before: OperationRun | null,
  run: OperationRun,
  now: Date,
): UnnumberedEvent {
  return {
    workspaceId: run.workspaceId,
    runId: run.id,
    version: run.version,
    kind: event.kind,
    actor: asStoredJson(event.actor),
    from: before === null ? null : positionOf(before),
    to: positionOf(run),
    detail: asStoredJson(event.detail),
    at: now,
  };
}

function positionOf({ status, outcome, attempt }: OperationRun): RunPosition {
  return Object.freeze({ status, outcome, attempt });
}

function samePosition(a: OperationRun, b: OperationRun): boolean {
  return a.status === b.status && a.outcome === b.outcome && a.attempt === b.attempt;
}

function keepsPrevious(before: OperationRun, after: OperationRun): boolean {
  const kept = before.context.reconciliation?.previous;
  const now = after.context.reconciliation?.previous;
  return kept === undefined || (kept.status === now?.status && kept.outcome === now.outcome);
}

/** What the database's own checks would refuse, whatever the code says. */
function mustStayTrue(holds: boolean, message: string): void {
  if (!holds) throw new SettledError("internal", message);
}
