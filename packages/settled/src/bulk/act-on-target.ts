import type { ReconcileInput, ReconcileReport } from "../reconcile/reconcile-options.ts";
import type { ResolveAnswer, ResolveInput } from "../reconcile/resolve-run.ts";
import type { SqlExecutor } from "../catalog/sql-executor.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { TransactionRunner } from "../ports/sql-executor.ts";
import type { Actor, Initiator } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunId } from "../run/scope.ts";
import type { CancelInput, CancelRunAnswer } from "../start/cancel-run.ts";
import type { RerunAnswer, RerunInput } from "../start/rerun-run.ts";
import type { BulkOrder, BulkTarget } from "./bulk-order.ts";
import type { TargetVerdict } from "./target-verdict.ts";

/** The actions on one run, each as a person takes it. */
export interface BulkVerbs {
  cancel(target: CancelInput, actor: Actor): Promise<CancelRunAnswer>;
  rerun(input: RerunInput): Promise<RerunAnswer>;
  reconcile(input: ReconcileInput): Promise<ReconcileReport>;
  resolve(input: ResolveInput): Promise<ResolveAnswer>;
}

export interface ActParts {
  readonly verbs: BulkVerbs;
  readonly reader: RunReader;
  readonly transactions: TransactionRunner;
  /** Makes a transaction conditional on still being the attempt that works. */
  guard(tx: SqlExecutor): Promise<void>;
}

export interface Act {
  readonly order: BulkOrder;
  readonly bulkRunId: RunId;
  readonly initiator: Initiator;
}

/** Takes the action on one target, if it still stands as it was frozen. */
export async function actOnTarget(
  parts: ActParts,
  { order, bulkRunId, initiator }: Act,
  seen: { readonly target: BulkTarget; readonly run: OperationRun | null },
): Promise<TargetVerdict> {
  const { target, run } = seen;
  if (run === null) return "not_found";
  if (!standsAsFrozen(run, target)) return "stale";
  const { verbs } = parts;
  const { workspaceId, id, version: expectedVersion } = run;
  const { because } = order;
  const partOf = { bulkRunId, targetId: target.id };
  const named = { workspaceId, id, expectedVersion, because, partOf };
  switch (order.action) {
    case "cancel":
      return verdictOfCancel(await verbs.cancel(named, initiator));
    case "resolve": {
      const { outcome, related } = order;
      const answer = await verbs.resolve({ ...named, outcome, related, actor: initiator });
      return answer.kind === "resolved" ? "taken" : foundOr(answer.because);
    }
    case "reconcile": {
      const onlyThisVersion = true;
      const asked = { run, actor: initiator, because, partOf, onlyThisVersion };
      return verdictOfLook(await verbs.reconcile(asked));
    }
    case "rerun":
      return rerunOnce(parts, { run, initiator, because, partOf });
  }
}

/** What has ended stands in one version; one under way reports its progress, and is the same while its attempt is. */
function standsAsFrozen(run: OperationRun, frozen: BulkTarget): boolean {
  return run.status === "completed"
    ? run.version === frozen.version
    : run.status === frozen.status && run.attempt === frozen.attempt;
}

/** A rerun is a new run, which no version of the old one keeps from being made twice: so it is looked for first. */
async function rerunOnce(
  { transactions, guard, reader, verbs }: ActParts,
  input: RerunInput & Required<Pick<RerunInput, "partOf">>,
): Promise<TargetVerdict> {
  const { run, partOf } = input;
  return transactions.transaction(
    async (tx) => {
      await guard(tx);
      const asked = { workspaceId: run.workspaceId, bulkRunId: partOf.bulkRunId };
      const marks = await reader.listBulkMarks(asked, tx);
      if (marks.some(({ targetId }) => targetId === partOf.targetId)) return "taken";
      const answer = await verbs.rerun({ ...input, on: tx });
      if (answer.kind === "refused") return answer.because;
      return answer.joined ? "same_work" : "taken";
    },
    { repeat: true },
  );
}

function verdictOfCancel(answer: CancelRunAnswer): TargetVerdict {
  switch (answer.kind) {
    case "cancelled":
    case "requested":
      return "taken";
    case "already_requested":
      return "already_requested";
    case "refused":
      return refusalOf(answer.because);
  }
}

function refusalOf(because: Extract<CancelRunAnswer, { kind: "refused" }>["because"]) {
  return because === "already_completed" ? "already_over" : foundOr(because);
}

function foundOr<Because extends string>(
  because: Because,
): Exclude<Because, "unknown_run"> | "not_found" {
  return because === "unknown_run" ? "not_found" : (because as Exclude<Because, "unknown_run">);
}

function verdictOfLook({ found, changed }: ReconcileReport): TargetVerdict {
  if (found.kind === "unknown_operation") return "operation_not_known";
  if (found.kind !== "settle") return "unchanged";
  return changed ? "taken" : "stale";
}
