import type { Clock } from "./ports/clock.ts";

/** Asks at most once in `ms`: who asks in between gets the same answer. A fault is kept only while it is under way. */
export function keptFor<Answer>(
  ms: number,
  clock: Clock,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let kept: { readonly atMs: number; readonly answer: Promise<Answer> } | null = null;
  return () => {
    const nowMs = clock.nowMs();
    if (kept === null || nowMs - kept.atMs >= ms) {
      const asked = { atMs: nowMs, answer: ask() };
      kept = asked;
      asked.answer.catch(() => {
        if (kept === asked) kept = null;
      });
    }
    return kept.answer;
  };
}
