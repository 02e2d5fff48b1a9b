import { setTimeout as realSleep } from "node:timers/promises";
import { type Clock, SYSTEM_CLOCK } from "../../ports/clock.ts";

/** No wait for a run is longer. */
const SKIPPED_MS = 100_000;
const REAL_MS = 2;

/**
 * A clock on which nobody waits for a run: the first look is the last. A sleep of one to three seconds is as long as it
 * says, since those are limits of how long a health check may take.
 */
export function createHurriedClock(): Clock {
  let skippedMs = 0;
  return {
    nowMs: () => SYSTEM_CLOCK.nowMs() + skippedMs,
    async sleep(ms, signal) {
      if (ms > 1_000 && ms <= 3_000) return SYSTEM_CLOCK.sleep(ms, signal);
      skippedMs += SKIPPED_MS;
      await realSleep(REAL_MS);
    },
  };
}
