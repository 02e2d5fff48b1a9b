export const ZONE_CHARS_MAX = 64;
/** Offsets such as "+02:00", which runtimes take as well, know no summer and are no names. */
const NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/**
 * A time zone by its IANA name; null = there is none of this name. It is spelled as the runtime spells it, but for a
 * second name of a zone, of which the runtime knows no spelling.
 */
export function asTimeZone(given: string): string | null {
  if (given.length > ZONE_CHARS_MAX || !NAME.test(given)) return null;
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: given }).resolvedOptions().timeZone;
    // Of a zone with two names, such as Asia/Kolkata, the runtime tells one; the given one is as good.
    return known.toLowerCase() === given.toLowerCase() ? known : given;
  } catch {
    return null;
  }
}
