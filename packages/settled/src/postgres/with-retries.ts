import { isTransient } from "./sql-error.ts";

const RETRIES_MAX = 5;
const FIRST_WAIT_MS = 20;
const WAIT_MAX_MS = 1_000;
/** A server that only lets its callers wait is not waited for six times over. */
const RETRY_WITHIN_MS = 10_000;

/**
 * Repeats what failed for a passing reason, with growing and jittered waits. Only for work that is safe to
 * repeat: every write of ours names the version or attempt that it expects.
 */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  isWorthIt: (error: unknown) => boolean = isTransient,
): Promise<Result> {
  const deadlineMs = performance.now() + RETRY_WITHIN_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isOver = attempt >= RETRIES_MAX || performance.now() > deadlineMs;
      if (isOver || !isWorthIt(error)) throw error;
      await wait(Math.min(FIRST_WAIT_MS * 3 ** attempt, WAIT_MAX_MS));
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));
}
