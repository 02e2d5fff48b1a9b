const VERSION_TAIL = / - (v\d{1,6}\.\d{1,6}(?:\.\d{1,6})?)$/i;
const DEPRECATED_TAIL = / ?\(deprecated\)$/i;

/**
 * A name for exact comparison: version and "(Deprecated)" at its end taken off, white space collapsed,
 * case folded. Nothing is guessed beyond that: real policies of one baseline are one letter apart.
 */
export function normalisedName(name: string): string {
  const collapsed = collapse(name);
  const bare = withoutTails(collapsed);
  // Upper first, then lower: the nearest to Unicode case folding that the language has.
  return (bare === "" ? collapsed : bare).toUpperCase().toLowerCase();
}

/** `v3.6` of "Win - Defender - v3.6", for showing beside the name; null without one. */
export function versionLabel(name: string): string | null {
  const text = collapse(name).replace(DEPRECATED_TAIL, "");
  return VERSION_TAIL.exec(text)?.[1] ?? null;
}

function collapse(name: string): string {
  return name.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

function withoutTails(name: string): string {
  const shorter = name.replace(DEPRECATED_TAIL, "").replace(VERSION_TAIL, "");
  return shorter === name ? name : withoutTails(shorter);
}
