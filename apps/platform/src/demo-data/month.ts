import type { Random } from "./random.ts";

/** A calendar month written `yyyy-mm`; its text order is its time order. */
export type Month = string;

const MONTH_PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month `count` months later (earlier when negative). Refuses text that is no month. */
export function monthAfter(month: Month, count: number): Month {
  const match = MONTH_PATTERN.exec(month);
  if (match === null) throw new RangeError(`not a month (yyyy-mm): ${month}`);
  const index = Number(match[1]) * 12 + Number(match[2]) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${twoDigits(index - year * 12 + 1)}`;
}

/** A moment in working hours of the month, with the seven decimals that Graph writes. */
export function momentIn(month: Month, random: Random): string {
  const day = twoDigits(random.integer(1, 28));
  const clock = [random.integer(6, 18), random.integer(0, 59), random.integer(0, 59)];
  const decimals = String(random.integer(0, 9_999_999)).padStart(7, "0");
  return `${month}-${day}T${clock.map(twoDigits).join(":")}.${decimals}Z`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
