/** A moment to the minute, the same for every reader: "2026-05-24 14:05 UTC". */
export function utcWords(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return "an unknown time";
  const iso = moment.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
