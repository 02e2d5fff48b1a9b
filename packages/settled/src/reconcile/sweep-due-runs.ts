import type { Actor } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";
import type { ReconcileOptions } from "./reconcile-options.ts";
import { reconcileRun } from "./reconcile-run.ts";

export const SWEEPER: Actor = { kind: "sweeper", id: "sweeper", name: "Settled" };

export interface SweepLimits {
  /** Runs taken at once. */
  readonly batch: number;
  /** How long a claimed run is left to its sweeper; one that dies leaves it due again after this. */
  readonly claimLeaseMs: number;
  /** Runs looked at side by side. */
  readonly concurrency: number;
}

export const SWEEP_LIMITS: SweepLimits = { batch: 48, claimLeaseMs: 12_000, concurrency: 24 };

export interface SweepReport {
  readonly deadWorkers: number;
  readonly claimed: number;
  readonly changed: number;
  readonly failed: number;
}

/** One sweep: ends the leases of dead workers, then judges up to one batch of due runs. Any number may sweep. */
export async function sweepDueRuns(
  options: ReconcileOptions,
  limits: SweepLimits = SWEEP_LIMITS,
): Promise<SweepReport> {
  const { workers: deadWorkers } = await options.lifecycle.endDeadLeases(SWEEPER);
  const runs = await options.lifecycle.claimDue({
    operationTypes: options.catalog.types,
    limit: limits.batch,
    leaseMs: limits.claimLeaseMs,
  });
  const tally = { changed: 0, failed: 0 };
  const waiting = [...runs];
  const worker = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const looked = await lookAt(options, run, limits);
      tally[looked === "failed" ? "failed" : "changed"] += looked === "left" ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
  return { deadWorkers, claimed: runs.length, ...tally };
}

/** One bad run must not hold up the batch: it stays claimed and is due again after the claim's lease. */
async function lookAt(
  options: ReconcileOptions,
  run: OperationRun,
  limits: SweepLimits,
): Promise<"changed" | "left" | "failed"> {
  try {
    const hint = await hintOf(options, run);
    const report = await reconcileRun(options, {
      run,
      actor: SWEEPER,
      claimed: { settledForMs: settledForMs(run, limits) },
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
function settledForMs(run: OperationRun, limits: SweepLimits): number {
  if (run.completedAt === null || run.dueAt === null) return 0;
  return Math.max(run.dueAt.getTime() - limits.claimLeaseMs - run.completedAt.getTime(), 0);
}
