import type { Clock } from "../ports/clock.ts";
import type { ReconcileOptions } from "./reconcile-options.ts";
import { SWEEP_LIMITS, type SweepLimits, sweepDueRuns } from "./sweep-due-runs.ts";

export interface SweeperOptions extends ReconcileOptions {
  readonly clock: Clock;
  /** Pause between sweeps that left nothing; 1 s unless said. */
  readonly sweepEveryMs?: number;
  readonly limits?: SweepLimits;
}

const SWEEP_EVERY_MS = 1_000;
const AFTER_FAILURE_MS = 2_000;

/** Sweeps until the signal fires. Has no leader: every process may run one. */
export async function runSweeper(options: SweeperOptions, signal: AbortSignal): Promise<void> {
  const { clock, logger, limits = SWEEP_LIMITS, sweepEveryMs = SWEEP_EVERY_MS } = options;
  while (!signal.aborted) {
    try {
      const report = await sweepDueRuns(options, limits);
      if (report.claimed > 0 || report.deadWorkers > 0) logger.debug(report, "swept");
      if (report.claimed === limits.batch) continue;
      await clock.sleep(sweepEveryMs, signal);
    } catch (error) {
      logger.warn({ error }, "a sweep failed; the next one tries again");
      await clock.sleep(AFTER_FAILURE_MS, signal);
    }
  }
}
