import { MONTH_NAMES } from "../../review/month-names.ts";

const DAY_MS = 86_400_000;

/** "24 May 2026", in UTC. Written by hand, so that no machine's language or zone gets into it. */
export function dateWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return "an unknown date";
  return `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "14:05 UTC". */
export function timeWords(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

export function daysAfter(iso: string, days: number): string {
  return new Date(new Date(iso).getTime() + days * DAY_MS).toISOString();
}

/** "May 2026", "second quarter of 2026", or what was asked for by hand. */
export function periodName(key: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month !== null) return `${MONTH_NAMES[Number(month[2]) - 1] ?? ""} ${month[1]}`.trim();
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (quarter === null) return "Review on request";
  const nth = ["First", "Second", "Third", "Fourth"][Number(quarter[2]) - 1];
  return `${nth} quarter of ${quarter[1]}`;
}
