const MINUTE_MS = 60_000;
/** Before that a rate says more about the start than about the work. */
const RATE_AFTER_MS = 3_000;

export interface Pace {
  readonly perMinute: number;
  /** Null where nobody said how much there is. */
  readonly leftMs: number | null;
}

/** How fast the work goes, from its beginning until now; null while that cannot be told. */
export function paceOf(
  progress: { readonly done: number; readonly total: number | null },
  elapsedMs: number,
): Pace | null {
  const { done, total } = progress;
  if (done <= 0 || elapsedMs < RATE_AFTER_MS) return null;
  const perMinute = (done * MINUTE_MS) / elapsedMs;
  const left = total === null ? null : Math.max(total - done, 0);
  return { perMinute, leftMs: left === null ? null : (left * elapsedMs) / done };
}
