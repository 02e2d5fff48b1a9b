import { useId } from "react";
import type { TrendPoint } from "../../../src/review/review-trend.ts";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";
import { Swatch } from "./bar-legend.tsx";
import { Hatch } from "./hatch.tsx";
import { TrendTable } from "./trend-table.tsx";
import {
  BAR_WIDTH,
  COLUMN_WIDTH,
  PLOT_HEIGHT,
  TOP,
  type TrendBar,
  trendColumns,
} from "./trend-columns.ts";

const HEIGHT = TOP + PLOT_HEIGHT + 40;
const COVERED_HEIGHT = 4;

/** How many columns can still be read on the width of a phone. */
const NARROW_POINTS = 6;

/** How open deviations, and what nobody could assess, went over the lineage. One review alone is no trend. */
export function TrendChart({ points }: { readonly points: readonly TrendPoint[] }) {
  if (points.length < 2) return null;
  const newest = points.slice(-NARROW_POINTS);
  return (
    <figure>
      <div className={newest.length < points.length ? "max-sm:hidden" : ""}>
        <TrendDrawing points={points} />
      </div>
      {newest.length < points.length ? (
        <div className="sm:hidden">
          <TrendDrawing points={newest} />
        </div>
      ) : null}
      <figcaption className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-small text-soft">
        <span className="inline-flex items-center gap-1.5">
          <Swatch part={{ fill: "bad" }} /> {text("chart.trend.open")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Swatch part={{ fill: "off", isHatched: true }} /> {text("area.not_assessed")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Swatch part={{ fill: "good" }} /> {text("chart.trend.covered")}
        </span>
      </figcaption>
      <details className="no-print mt-1">
        <summary className="cursor-pointer text-small">{text("chart.as_table")}</summary>
        <TrendTable points={points} />
      </details>
    </figure>
  );
}

function TrendDrawing({ points }: { readonly points: readonly TrendPoint[] }) {
  const id = useId();
  const width = points.length * COLUMN_WIDTH;
  const foot = TOP + PLOT_HEIGHT;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      className="w-full"
      style={{ maxWidth: `${width * 1.15}px` }}
    >
      <title id={`${id}t`}>{text("chart.trend")}</title>
      <desc id={`${id}d`}>{points.map(pointWords).join(" ")}</desc>
      <Hatch id={`${id}h`} />
      <line x1="0" x2={width} y1={foot + 0.5} y2={foot + 0.5} className="stroke-strong-line" />
      {trendColumns(points).map(({ point, middle, open, notAssessed, covered }) => (
        <g key={point.review_id}>
          <Bar bar={open} className="fill-bad" />
          <Bar bar={notAssessed} fill={`url(#${id}h)`} />
          <text x={middle} y={foot + 14} textAnchor="middle" className={LABEL}>
            {shortPeriod(point)}
          </text>
          <Covered x={middle} y={foot + 22} share={covered} />
          <text x={middle} y={foot + 37} textAnchor="middle" className={LABEL}>
            {text("chart.trend.types", {
              complete: String(point.types_complete),
              types: String(point.types),
            })}
          </text>
        </g>
      ))}
    </svg>
  );
}

const LABEL = "fill-soft text-[11px]";

function Bar({
  bar,
  ...look
}: {
  readonly bar: TrendBar;
  readonly className?: string;
  readonly fill?: string;
}) {
  return (
    <>
      <rect x={bar.x} y={bar.y} width={BAR_WIDTH} height={bar.height} {...look} />
      <text
        x={bar.x + BAR_WIDTH / 2}
        y={bar.y - 4}
        textAnchor="middle"
        className="fill-ink text-[11px] tabular-nums"
      >
        {bar.count}
      </text>
    </>
  );
}

function Covered({
  x,
  y,
  share,
}: {
  readonly x: number;
  readonly y: number;
  readonly share: number;
}) {
  const width = 2 * BAR_WIDTH;
  return (
    <>
      <rect
        x={x - BAR_WIDTH}
        y={y}
        width={width}
        height={COVERED_HEIGHT}
        className="fill-off-ground"
      />
      <rect
        x={x - BAR_WIDTH}
        y={y}
        width={width * share}
        height={COVERED_HEIGHT}
        className="fill-good"
      />
    </>
  );
}

/** "May 26": what fits under a column. */
function shortPeriod({ period_key: key, sequence }: TrendPoint): string {
  const [, year, month] = /^\d\d(\d\d)-(\d\d|Q\d)$/.exec(key) ?? [];
  if (year === undefined || month === undefined) return `#${sequence}`;
  return month.startsWith("Q") ? `${month} ${year}` : `${periodWords(key).slice(0, 3)} ${year}`;
}

function pointWords(point: TrendPoint): string {
  return text("chart.trend.point", {
    period: periodWords(point.period_key),
    open: point.open_findings,
    unknown: point.not_assessed,
    complete: String(point.types_complete),
    types: String(point.types),
  });
}
