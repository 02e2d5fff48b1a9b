import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { OwnedRun, RunReader } from "../ports/run-reader.ts";
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
  /** Takes a run for one delivery of this process; false while another delivery of it is under way here. */
  reserve(runId: string): boolean;
  release(runId: string): void;
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
  /** A run that this worker owns and does not execute: the end of its attempt could not be written. */
  onLeftBehind(run: OwnedRun): Promise<void>;
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

  /** Seen twice in a row: the answer to a begin may still be on its way to this process. */
  let suspects = new Set<string>();
  const ending = new Set<string>();
  function endWhatWasLeft(runs: readonly OwnedRun[]): void {
    const open = new Set([...attempts].map(({ runId, attempt }) => keyOf(runId, attempt)));
    const left = runs.filter(({ id, attempt }) => !open.has(keyOf(id, attempt)));
    const confirmed = left.filter(({ id, attempt }) => suspects.has(keyOf(id, attempt)));
    suspects = new Set(left.map(({ id, attempt }) => keyOf(id, attempt)));
    for (const run of confirmed) endUnwaited(run);
  }

  /** Asking the truth may take long: the others are to hear of their cancellation meanwhile. */
  function endUnwaited(run: OwnedRun): void {
    const key = keyOf(run.id, run.attempt);
    if (ending.has(key)) return;
    ending.add(key);
    options
      .onLeftBehind(run)
      .catch((error: unknown) => {
        logger.warn({ runId: run.id, error }, "a run that was left behind could not be ended");
      })
      .finally(() => ending.delete(key));
  }

  function stopWhatTakesTooLong(): void {
    for (const attempt of attempts) {
      const tooLong = clock.nowMs() - attempt.startedAtMs > attempt.runWithinMs;
      if (tooLong) stop(attempt, "run_fenced", "The run is over its time limit.");
    }
  }

  async function look(): Promise<void> {
    stopWhatTakesTooLong();
    const before = [...attempts];
    const runs = await reader.listOwnedRuns(presence.leaseId);
    endWhatWasLeft(runs);
    const owned = new Map(runs.map((run) => [keyOf(run.id, run.attempt), run]));
    for (const attempt of before.filter((entry) => attempts.has(entry))) {
      const run = owned.get(keyOf(attempt.runId, attempt.attempt));
      if (run === undefined) stop(attempt, "run_fenced", "The run is no longer this attempt's.");
      else if (run.cancelRequested) stop(attempt, "run_fenced", "The run was cancelled.");
    }
  }

  const reserved = new Set<string>();
  return {
    reserve(runId) {
      if (reserved.has(runId)) return false;
      reserved.add(runId);
      return true;
    },
    release: (runId) => void reserved.delete(runId),
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

function keyOf(runId: string, attempt: number): string {
  return `${runId}/${attempt}`;
}

function stop(attempt: OpenAttempt, code: "run_fenced", message: string): void {
  attempt.abort.abort(new SettledError(code, message));
}
