import { lookAtDueRun, SWEEPER } from "./look-at-due-run.ts";
import type { ReconcileOptions } from "./reconcile-options.ts";

export interface SweepLimits {
  /** Runs taken at once. */
  readonly batch: number;
  /** How long a claimed run is left to its sweeper; one that dies leaves it due again after this. */
  readonly claimLeaseMs: number;
  /** Runs looked at side by side. */
  readonly concurrency: number;
}

export const SWEEP_LIMITS: SweepLimits = { batch: 48, claimLeaseMs: 12_000, concurrency: 32 };

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
      const looked = await lookAtDueRun(options, run, limits.claimLeaseMs);
      tally[looked === "failed" ? "failed" : "changed"] += looked === "left" ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
  return { deadWorkers, claimed: runs.length, ...tally };
}
