import type { Clock } from "../ports/clock.ts";
import { createLookSlots, type LookSlots } from "./look-slots.ts";
import { lookAtDueRun, SWEEPER } from "./look-at-due-run.ts";
import type { ReconcileOptions } from "./reconcile-options.ts";
import { SWEEP_LIMITS, type SweepLimits } from "./sweep-due-runs.ts";

export interface SweeperOptions extends ReconcileOptions {
  readonly clock: Clock;
  /** Pause between sweeps that left nothing; 1 s unless said. */
  readonly sweepEveryMs?: number;
  readonly limits?: SweepLimits;
  /** Told from time to time that this process sweeps. */
  onSwept?(): Promise<void>;
}

const SWEEP_EVERY_MS = 1_000;
const AFTER_FAILURE_MS = 2_000;
const SAY_SWEPT_EVERY_MS = 5_000;

/**
 * Sweeps until the signal fires, then waits for the looks under way. Has no leader: every process may run one. No
 * look is waited for while there is room: dead workers are heard of, and due runs taken, all the while.
 */
export async function runSweeper(options: SweeperOptions, signal: AbortSignal): Promise<void> {
  const { clock, logger, catalog, limits = SWEEP_LIMITS } = options;
  const { sweepEveryMs = SWEEP_EVERY_MS } = options;
  const slots = createLookSlots(catalog.types, limits);
  let leasesReadAtMs = Number.NEGATIVE_INFINITY;
  let saidSweptAtMs = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      if (clock.nowMs() - leasesReadAtMs >= sweepEveryMs) {
        leasesReadAtMs = clock.nowMs();
        await endDeadLeases(options);
      }
      const isMoreDue = await takeDueRuns(options, slots, limits);
      if (clock.nowMs() - saidSweptAtMs >= SAY_SWEPT_EVERY_MS) {
        saidSweptAtMs = clock.nowMs();
        await options.onSwept?.();
      }
      const pause = new AbortController();
      const over = clock.sleep(sweepEveryMs, AbortSignal.any([signal, pause.signal]));
      await (isMoreDue ? slots.roomOr(over) : over);
      pause.abort();
    } catch (error) {
      logger.warn({ error }, "a sweep failed; the next one tries again");
      await clock.sleep(AFTER_FAILURE_MS, signal);
    }
  }
  await slots.drained();
}

/** A worker whose end cannot be written keeps nobody from looking at what is due. */
async function endDeadLeases({ lifecycle, logger }: SweeperOptions): Promise<void> {
  try {
    const report = await lifecycle.endDeadLeases(SWEEPER);
    if (report.workers > 0) logger.debug(report, "ended the leases of dead workers");
  } catch (error) {
    logger.warn({ error }, "the leases of dead workers could not be ended; the next sweep tries");
  }
}

/** Answers whether more runs may be due than there was room for. */
async function takeDueRuns(
  options: SweeperOptions,
  slots: LookSlots,
  { claimLeaseMs }: SweepLimits,
): Promise<boolean> {
  let asked = 0;
  let isMoreDue = false;
  for (const claim of slots.claims()) {
    asked += 1;
    const runs = await options.lifecycle.claimDue({ ...claim, leaseMs: claimLeaseMs });
    for (const run of runs) slots.take(run, lookAtDueRun(options, run, claimLeaseMs));
    isMoreDue ||= runs.length === claim.limit;
  }
  return isMoreDue || asked === 0;
}
