import type { RunOutcome } from "../run/operation-run.ts";

/** When a settled run is looked at again, in milliseconds after it was settled: a fence stops reports, not effects. */
export const TRUTH_WINDOW_MS = [1_000, 10_000, 60_000, 300_000, 3_600_000, 86_400_000] as const;

/** Milliseconds until the next look at a run that was settled `ageMs` ago; null = the window is over. */
export function nextLookAfterMs(ageMs: number): number | null {
  const next = TRUTH_WINDOW_MS.find((offsetMs) => offsetMs > ageMs);
  return next === undefined ? null : next - ageMs;
}

const KNOWN_MORE: Readonly<Record<RunOutcome, number>> = {
  failed: 0,
  cancelled: 0,
  blocked: 1,
  attention_required: 2,
  partially_succeeded: 3,
  succeeded: 4,
};

/** A second look may only find more than the first: so a wavering adapter comes to rest. */
export function foundMore(before: RunOutcome, now: RunOutcome): boolean {
  return KNOWN_MORE[now] > KNOWN_MORE[before];
}
