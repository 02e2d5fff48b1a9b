import { html } from "hono/html";
import type { Html } from "settled/http";
import { barLegend, type BarPart, stackedBar } from "./stacked-bar.ts";

export interface ReadShares {
  readonly readWhole: number;
  readonly unreadable: number;
  readonly incomplete: number;
  readonly ambiguous: number;
}

/** How much of what was found could be read, as a bar and as text: never a single percentage. */
export function shareBar(shares: ReadShares): Html {
  const parts: readonly BarPart[] = [
    { label: "read whole", count: shares.readWhole, fill: "good" },
    { label: "unreadable", count: shares.unreadable, fill: "bad" },
    { label: "incomplete", count: shares.incomplete, fill: "care" },
    { label: "ambiguous", count: shares.ambiguous, fill: "wait" },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return html`${stackedBar(parts, total, "objects")} ${barLegend(parts)}`;
}
