export const PERIOD_KINDS = ["month", "quarter", "adhoc"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface PeriodChoice {
  readonly kind: PeriodKind;
  /** `2026-05`, of the month that is meant, or of one in the quarter. */
  readonly month: string;
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The period as a review is asked for it; null while the month is not one. */
export function periodOf({ kind, month }: PeriodChoice): string | null {
  if (kind === "adhoc") return "adhoc";
  const [, year, number] = MONTH.exec(month) ?? [];
  if (year === undefined || number === undefined) return null;
  return kind === "month" ? `${year}-${number}` : `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}
