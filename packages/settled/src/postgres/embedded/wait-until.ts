import { setTimeout as delay } from "node:timers/promises";

/** Asks again and again until the answer is not undefined; gives undefined when the limit has passed. */
export async function waitUntil<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  limits: { readonly limitMs: number; readonly everyMs: number },
): Promise<T | undefined> {
  const deadlineMs = performance.now() + limits.limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || performance.now() >= deadlineMs) {
      return answer;
    }
    await delay(limits.everyMs);
  }
}
