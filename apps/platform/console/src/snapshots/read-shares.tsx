import { BarLegend } from "../charts/bar-legend.tsx";
import type { ChartPart } from "../charts/chart-part.ts";
import { StackedBar } from "../charts/stacked-bar.tsx";
import { text } from "../text.ts";

interface Shares {
  readonly read_whole: number;
  readonly unreadable: number;
  readonly incomplete: number;
  readonly ambiguous: number;
}

/** How much of what was found could be read, as a bar and as text: never a single percentage. */
export function ReadShares({ shares }: { readonly shares: Shares }) {
  const parts: readonly ChartPart[] = [
    { label: text("snapshot.read_whole"), count: shares.read_whole, fill: "good" },
    { label: text("snapshot.unreadable"), count: shares.unreadable, fill: "bad" },
    { label: text("snapshot.incomplete"), count: shares.incomplete, fill: "care" },
    { label: text("snapshot.ambiguous"), count: shares.ambiguous, fill: "wait" },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="flex flex-col gap-1.5">
      <StackedBar title={text("snapshot.objects")} parts={parts} of={total} />
      <BarLegend parts={parts} />
    </div>
  );
}
