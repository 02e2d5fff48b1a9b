import { setTimeout as realSleep } from "node:timers/promises";
import { type Clock, SYSTEM_CLOCK } from "../../ports/clock.ts";

const LOOK_MS = 1_000;
const SKIPPED_MS = 20_000;
const REAL_MS = 2;

/** A clock on which nobody waits for a run: a second between two looks at one is soon over. */
export function createHurriedClock(): Clock {
  let skippedMs = 0;
  return {
    nowMs: () => SYSTEM_CLOCK.nowMs() + skippedMs,
    async sleep(ms, signal) {
      // Longer sleeps are limits of what may take how long.
      if (ms > LOOK_MS) return SYSTEM_CLOCK.sleep(ms, signal);
      skippedMs += SKIPPED_MS;
      await realSleep(REAL_MS);
    },
  };
}
