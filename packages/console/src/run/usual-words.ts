import { tookWords } from "../clock/time-words.ts";

const UNITS = [
  { ms: 86_400_000, unit: "d" },
  { ms: 3_600_000, unit: "h" },
  { ms: 60_000, unit: "min" },
  { ms: 1_000, unit: "s" },
] as const;

/** "2 to 4 min": both ends in the unit of the longer one; one length alone where they read the same. */
export function usualWords(usually: { readonly low_ms: number; readonly high_ms: number }): string {
  const { low_ms: low, high_ms: high } = usually;
  const found = UNITS.find(({ ms }) => high >= ms);
  if (found === undefined) return tookWords(high);
  const [from, to] = [Math.floor(low / found.ms), Math.ceil(high / found.ms)];
  if (from === 0 && to > 1) return `${tookWords(low)} to ${to} ${found.unit}`;
  return from === to || from === 0 ? `${to} ${found.unit}` : `${from} to ${to} ${found.unit}`;
}
