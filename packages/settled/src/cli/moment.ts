const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day in UTC (2026-05-24) or a moment with its zone (2026-05-24T14:05:00Z); null for anything else. */
export function readMoment(text: string): Date | null {
  const day = DAY.test(text) ? text : MOMENT.exec(text)?.[1];
  const moment = new Date(text);
  if (day === undefined || Number.isNaN(moment.getTime())) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  // A day that its month does not have is read by JavaScript as one of the next month.
  return midnight.getTime() >= 0 && midnight.toISOString().startsWith(day) ? moment : null;
}
