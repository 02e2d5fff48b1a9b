import type { AreaLine } from "../../../src/review/review-document.ts";
import { text } from "../text.ts";
import { areaParts } from "./area-parts.ts";
import { BarLegend } from "./bar-legend.tsx";
import { StackedBar } from "./stacked-bar.tsx";

/** One stacked bar for each area, as long as the area is large, with its figures below it. */
export function AreaBars({ areas }: { readonly areas: readonly AreaLine[] }) {
  const widest = Math.max(...areas.map(({ total }) => total), 1);
  return (
    <ul className="flex flex-col gap-2.5">
      {areas.map((line) => {
        const parts = areaParts(line);
        return (
          <li
            key={line.area}
            className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[11rem_minmax(0,1fr)] print:break-inside-avoid"
          >
            <span className="font-semibold">{line.area}</span>
            <div className="flex flex-col gap-1 pt-1">
              <StackedBar title={line.area} parts={parts} of={widest} />
              {line.total === 0 ? (
                <p className="text-small text-soft">{text("area.nothing_compared")}</p>
              ) : (
                <BarLegend parts={parts} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
