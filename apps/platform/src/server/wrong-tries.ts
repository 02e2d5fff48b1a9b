const WINDOW_MS = 60_000;
const TRIES_MAX = 10;

/** Counts wrong sign-ins of the last minute: guessing a token must not be free. */
export interface WrongTries {
  /** Seconds to wait before the next try; 0 = go on. */
  waitSeconds(): number;
  count(): void;
}

export function createWrongTries(now: () => Date): WrongTries {
  let tries: readonly number[] = [];
  return {
    waitSeconds() {
      const nowMs = now().getTime();
      // A clock that was set back must not lock anybody out.
      tries = tries.filter((atMs) => nowMs - atMs < WINDOW_MS && atMs <= nowMs);
      const [oldestMs] = tries;
      if (oldestMs === undefined || tries.length < TRIES_MAX) return 0;
      return Math.max(Math.ceil((WINDOW_MS - (nowMs - oldestMs)) / 1_000), 1);
    },
    count() {
      tries = [...tries, now().getTime()].slice(-TRIES_MAX);
    },
  };
}
