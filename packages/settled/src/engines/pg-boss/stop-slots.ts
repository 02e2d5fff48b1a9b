import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { JobSlots } from "./job-slots.ts";

/**
 * Jobs that outlast the grace are told by their signal and stay with the engine: this process keeps them alive
 * while it lives, closing the engine fails them, and if it dies their heartbeat does.
 */
export async function stopSlots(
  open: readonly JobSlots[],
  limits: { graceMs: number; graceOver: AbortController; logger: Logger; clock: Clock },
): Promise<void> {
  const { graceMs, graceOver, logger, clock } = limits;
  const drained = new AbortController();
  const draining = Promise.allSettled(open.map((slots) => slots.stop())).then(() =>
    drained.abort(),
  );
  await Promise.race([draining, clock.sleep(graceMs, drained.signal)]);
  if (drained.signal.aborted) return;
  logger.warn({ engine: "pg-boss", graceMs }, "jobs outlast the grace of the stopping worker");
  graceOver.abort(new Error("The worker stopped before the job was done."));
}
