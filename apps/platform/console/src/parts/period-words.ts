import { text } from "../text.ts";

const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** "May 2026" for `2026-05`, "quarter 2 of 2026" for `2026-Q2`; any other key as it is. */
export function periodWords(key: string): string {
  const [, year = "", month = ""] = MONTH.exec(key) ?? [];
  const number = Number(month);
  if (number >= 1 && number <= 12) return text("period.month", { year, month: String(number) });
  const [, ofYear, quarter] = QUARTER.exec(key) ?? [];
  if (ofYear !== undefined && quarter !== undefined) {
    return text("period.quarter", { year: ofYear, quarter });
  }
  return key === "adhoc" ? text("period.none") : key;
}
