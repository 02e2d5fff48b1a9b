const UNITS = ["B", "kB", "MB", "GB"] as const;
const STEP = 1_000;

/** "1.4 MB": three figures at most, and whole bytes below a kilobyte. */
export function byteWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const figures = unit === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1);
  return `${figures} ${UNITS[unit] ?? ""}`;
}
