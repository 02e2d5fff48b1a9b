const WINDOW_MS = 60_000;
const TRIES_MAX = 10;

/** Counts wrong sign-ins of the last minute: guessing a token must not be free. */
export interface WrongTries {
  /** Seconds to wait before the next try; 0 = go on. */
  waitSeconds(): number;
  count(): void;
}

export function createWrongTries(nowMs: () => number = () => performance.now()): WrongTries {
  let tries: number[] = [];
  const recent = () => (tries = tries.filter((at) => nowMs() - at < WINDOW_MS));
  return {
    waitSeconds() {
      const [oldest] = recent();
      if (oldest === undefined || tries.length < TRIES_MAX) return 0;
      return Math.max(Math.ceil((WINDOW_MS - (nowMs() - oldest)) / 1_000), 1);
    },
    count: () => void recent().push(nowMs()),
  };
}
