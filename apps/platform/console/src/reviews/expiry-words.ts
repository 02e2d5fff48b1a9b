import { text } from "../text.ts";

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

export interface Expiry {
  readonly words: string;
  /** It runs out within a month, or has. */
  readonly isUrgent: boolean;
}

/** Until when a decision counts. Relative words are made here, where there is a clock. */
export function expiryWords(at: string | null, now: Date): Expiry {
  if (at === null) return { words: text("expiry.never"), isUrgent: false };
  const days = Math.floor((new Date(at).getTime() - now.getTime()) / DAY_MS);
  const date = at.slice(0, 10);
  if (days < 0) return { words: text("expiry.over", { date }), isUrgent: true };
  if (days <= SOON_DAYS) return { words: text("expiry.soon", { date, days }), isUrgent: true };
  return { words: date, isUrgent: false };
}
