import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";
import { SettledError } from "../run/settled-error.ts";

export interface ManualClock extends Clock {
  /** The wall time of this clock, for stores that keep time in memory. */
  now(): Date;
  /**
   * Moves time ahead and wakes, in the order of their wake times, all who sleep until then, also those who
   * fall asleep on the way. Resolves when the woken code has run to its next wait.
   */
  advance(ms: number): Promise<void>;
}

interface Sleeper {
  readonly wakeAtMs: number;
  wake(): void;
}

const DEFAULT_START = new Date("2026-05-01T10:00:00.000Z");

/** A clock that stands still until it is told to move. */
export function createManualClock(options: { readonly start?: Date } = {}): ManualClock {
  const startMs = (options.start ?? DEFAULT_START).getTime();
  const sleepers = new Set<Sleeper>();
  let elapsedMs = 0;
  let moves: Promise<void> = Promise.resolve();

  async function move(ms: number): Promise<void> {
    const targetMs = elapsedMs + ms;
    await nextTurn();
    for (
      let next = firstOf(sleepers, targetMs);
      next !== null;
      next = firstOf(sleepers, targetMs)
    ) {
      elapsedMs = Math.max(elapsedMs, next.wakeAtMs);
      sleepers.delete(next);
      next.wake();
      await nextTurn();
    }
    elapsedMs = targetMs;
    await nextTurn();
  }

  return {
    nowMs: () => elapsedMs,
    now: () => new Date(startMs + elapsedMs),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (!(ms > 0) || signal?.aborted === true) return resolve();
        const sleeper = { wakeAtMs: elapsedMs + ms, wake: () => wake() };
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener("abort", wake);
          resolve();
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", wake, { once: true });
      }),
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) return Promise.reject(backwards(ms));
      moves = moves.then(() => move(ms));
      return moves;
    },
  };
}

/** The sleeper who wakes first, if anybody wakes by then; of several the one who fell asleep first. */
function firstOf(sleepers: ReadonlySet<Sleeper>, untilMs: number): Sleeper | null {
  let first: Sleeper | null = null;
  for (const sleeper of sleepers) {
    if (sleeper.wakeAtMs > untilMs) continue;
    if (first === null || sleeper.wakeAtMs < first.wakeAtMs) first = sleeper;
  }
  return first;
}

function backwards(ms: number): SettledError {
  return new SettledError("invalid_configuration", `A clock cannot advance by ${ms} ms.`);
}
