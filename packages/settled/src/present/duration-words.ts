const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time in the largest unit that fits: "less than a minute", "3 minutes", "2 days". */
export function durationWords(ms: number): string {
  if (!(ms >= MINUTE_MS)) return "less than a minute";
  if (ms < HOUR_MS) return counted(ms / MINUTE_MS, "minute");
  if (ms < 2 * DAY_MS) return counted(ms / HOUR_MS, "hour");
  return counted(ms / DAY_MS, "day");
}

/** How long ago `then` was; a time ahead of `now` (clocks differ) counts as now. */
export function agoWords(now: Date, then: Date): string {
  return `${durationWords(now.getTime() - then.getTime())} ago`;
}

function counted(units: number, unit: string): string {
  const whole = Math.floor(units);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
