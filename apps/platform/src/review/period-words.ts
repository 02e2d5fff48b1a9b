import { MONTH_NAMES } from "./month-names.ts";

/** "May 2026" for `2026-05`, "quarter 2 of 2026" for `2026-Q2`; any other key as it is. */
export function periodWords(periodKey: string): string {
  const [, year = "", month = ""] = /^(\d{4})-(\d{2})$/.exec(periodKey) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  if (name !== undefined) return `${name} ${year}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(periodKey);
  if (quarter !== null) return `quarter ${quarter[2]} of ${quarter[1]}`;
  return periodKey === "adhoc" ? "no period" : periodKey;
}
