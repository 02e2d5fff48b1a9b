import type { Actor } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";
import type { ReconcileOptions } from "./reconcile-options.ts";
import { reconcileRun } from "./reconcile-run.ts";

export const SWEEPER: Actor = { kind: "sweeper", id: "sweeper", name: "Settled" };

/** Judges one claimed run. One bad run holds up no other: it stays claimed, and is due again after its lease. */
export async function lookAtDueRun(
  options: ReconcileOptions,
  run: OperationRun,
  claimLeaseMs: number,
): Promise<"changed" | "left" | "failed"> {
  try {
    const hint = await hintOf(options, run);
    const report = await reconcileRun(options, {
      run,
      actor: SWEEPER,
      claimed: { settledForMs: settledForMs(run, claimLeaseMs) },
      ...(hint === null ? {} : { hint }),
    });
    return report.changed ? "changed" : "left";
  } catch (error) {
    options.logger.error({ runId: run.id, error }, "a due run could not be judged");
    return "failed";
  }
}

/** A settled run is due by its truth window, or because a worker reported late. */
async function hintOf(
  options: ReconcileOptions,
  run: OperationRun,
): Promise<ReconciliationTrigger | null> {
  if (run.status !== "completed") return null;
  return (await options.reader.lastEventKind(run)) === "late_report" ? "late_report" : null;
}

/** By the database's clock: the claim moved `dueAt` to its now plus the lease. */
function settledForMs(run: OperationRun, claimLeaseMs: number): number {
  if (run.completedAt === null || run.dueAt === null) return 0;
  return Math.max(run.dueAt.getTime() - claimLeaseMs - run.completedAt.getTime(), 0);
}
