import { LOCALE } from "../messages/create-message.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const WEEK_S = 7 * DAY_S;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "always", style: "short" });

/** "3 min. ago"; a clock that runs ahead of ours reads as now. Null while that is just now. */
export function agoWords(then: Date, now: Date): string | null {
  const seconds = Math.floor((now.getTime() - then.getTime()) / 1_000);
  if (seconds < 5) return null;
  if (seconds < MINUTE_S) return relative.format(-seconds, "second");
  if (seconds < HOUR_S) return relative.format(-Math.floor(seconds / MINUTE_S), "minute");
  if (seconds < DAY_S) return relative.format(-Math.floor(seconds / HOUR_S), "hour");
  if (seconds < WEEK_S) return relative.format(-Math.floor(seconds / DAY_S), "day");
  return relative.format(-Math.floor(seconds / WEEK_S), "week");
}

/** "in 3 days"; null once it is over. */
export function untilWords(then: Date, now: Date): string | null {
  const seconds = Math.floor((then.getTime() - now.getTime()) / 1_000);
  if (seconds <= 0) return null;
  if (seconds < MINUTE_S) return relative.format(seconds, "second");
  if (seconds < HOUR_S) return relative.format(Math.floor(seconds / MINUTE_S), "minute");
  if (seconds < 2 * DAY_S) return relative.format(Math.floor(seconds / HOUR_S), "hour");
  return relative.format(Math.floor(seconds / DAY_S), "day");
}

/** "2 min 5 s": how long something took, to two figures. */
export function tookWords(ms: number): string {
  const seconds = Math.max(ms, 0) / 1_000;
  if (seconds < 1) return `${Math.round(Math.max(ms, 0))} ms`;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < MINUTE_S) return `${Math.round(seconds)} s`;
  if (seconds < HOUR_S) return twoParts(seconds, MINUTE_S, ["min", "s"], 1);
  if (seconds < DAY_S) return twoParts(seconds, HOUR_S, ["h", "min"], MINUTE_S);
  return twoParts(seconds, DAY_S, ["d", "h"], HOUR_S);
}

function twoParts(
  seconds: number,
  large: number,
  [largeUnit, smallUnit]: readonly [string, string],
  small: number,
): string {
  const first = Math.floor(seconds / large);
  const second = Math.floor((seconds % large) / small);
  return second === 0 ? `${first} ${largeUnit}` : `${first} ${largeUnit} ${second} ${smallUnit}`;
}

/**
 * Day and time of day in one zone by its IANA name, null = the browser's own as the page was loaded; the zone is named,
 * since a screen may be shown to somebody elsewhere.
 */
export function momentWords(then: Date, zone: string | null): string {
  return formatIn(zone).format(then);
}

const formats = new Map<string | null, Intl.DateTimeFormat>();

/** Making one takes longer than all that it does for a list. */
function formatIn(zone: string | null): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(zone === null ? {} : { timeZone: zone }),
  });
  formats.set(zone, format);
  return format;
}
