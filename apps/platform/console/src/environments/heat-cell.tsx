import type { AreaLine } from "../../../src/review/review-document.ts";
import { areaParts } from "../charts/area-parts.ts";
import { StackedBar } from "../charts/stacked-bar.tsx";
import { text } from "../text.ts";

/** How one area of one environment stands: a small bar, and the two figures that a person acts on. */
export function HeatCell({
  area,
  line,
}: {
  readonly area: string;
  readonly line: AreaLine | undefined;
}) {
  if (line === undefined) return <span className="text-soft">{text("heat.nothing")}</span>;
  if (line.total === 0) return <span className="text-soft">{text("heat.not_assessed")}</span>;
  return (
    <div className="min-w-28">
      <StackedBar title={area} parts={areaParts(line)} of={line.total} />
      <span className="mt-0.5 block text-small text-soft">
        <b className="font-semibold text-ink">
          {text("heat.open", { open: String(line.open), total: String(line.total) })}
        </b>
        {line.not_assessed > 0
          ? `, ${text("heat.unknown", { count: String(line.not_assessed) })}`
          : ""}
      </span>
    </div>
  );
}
