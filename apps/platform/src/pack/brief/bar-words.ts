import type { Bar } from "./block.ts";

/** "31 aligned, 2 accepted, 4 open, 1 not assessed": the numbers for whom the picture is not enough. */
export function barWords({ parts }: Bar): string {
  const shown = parts.filter(({ figure }) => figure > 0);
  return shown.map(({ figure, label }) => `${figure} ${label}`).join(", ");
}
