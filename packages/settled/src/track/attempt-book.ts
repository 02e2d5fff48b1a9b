import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { WorkerPresence } from "../ports/worker-presence.ts";
import { SettledError } from "../run/settled-error.ts";

/** One attempt under way in this process. */
export interface OpenAttempt {
  readonly runId: string;
  readonly attempt: number;
  readonly runWithinMs: number;
  readonly startedAtMs: number;
  readonly abort: AbortController;
}

/** What this worker has under way. One look for all of them every few seconds; no timer per run. */
export interface AttemptBook {
  open(attempt: OpenAttempt): void;
  close(attempt: OpenAttempt): void;
  readonly size: number;
  /** Watches until the signal fires: aborts what was cancelled, ran too long or is no longer ours. */
  watch(signal: AbortSignal): Promise<void>;
}

export interface AttemptBookOptions {
  readonly reader: RunReader;
  readonly presence: WorkerPresence;
  readonly clock: Clock;
  readonly logger: Logger;
  /** 2 s unless said. */
  readonly watchEveryMs?: number;
}

const WATCH_EVERY_MS = 2_000;

export function createAttemptBook(options: AttemptBookOptions): AttemptBook {
  const { reader, presence, clock, logger, watchEveryMs = WATCH_EVERY_MS } = options;
  const attempts = new Set<OpenAttempt>();
  const abortAll = () => {
    for (const { abort } of attempts) abort.abort(presence.lost.reason);
  };
  presence.lost.addEventListener("abort", abortAll, { once: true });

  async function look(): Promise<void> {
    const before = [...attempts];
    if (before.length === 0) return;
    const owned = new Map(
      (await reader.listOwnedRuns(presence.leaseId)).map((run) => [
        `${run.id}/${run.attempt}`,
        run,
      ]),
    );
    for (const attempt of before.filter((entry) => attempts.has(entry))) {
      const run = owned.get(`${attempt.runId}/${attempt.attempt}`);
      const tooLong = clock.nowMs() - attempt.startedAtMs > attempt.runWithinMs;
      if (run === undefined) stop(attempt, "run_fenced", "The run is no longer this attempt's.");
      else if (run.cancelRequested) stop(attempt, "run_fenced", "The run was cancelled.");
      else if (tooLong) stop(attempt, "run_fenced", "The run is over its time limit.");
    }
  }

  return {
    open(attempt) {
      attempts.add(attempt);
      if (presence.lost.aborted) attempt.abort.abort(presence.lost.reason);
    },
    close: (attempt) => void attempts.delete(attempt),
    get size() {
      return attempts.size;
    },
    async watch(signal) {
      while (!signal.aborted) {
        await clock.sleep(watchEveryMs, signal);
        await look().catch((error: unknown) => {
          logger.warn({ error }, "the runs of this worker could not be looked at");
        });
      }
    },
  };
}

function stop(attempt: OpenAttempt, code: "run_fenced", message: string): void {
  attempt.abort.abort(new SettledError(code, message));
}
