import { html } from "hono/html";
import type { Html } from "settled/http";
import type { TrendPoint } from "../review/review-trend.ts";
import { periodWords } from "./period-words.ts";

/** Six of them fit the width of a phone. */
const COLUMN_WIDTH = 56;
const PLOT_HEIGHT = 90;
const BAR_WIDTH = 20;
const TOP = 18;
const HEIGHT = TOP + PLOT_HEIGHT + 40;

/** How open deviations and what nobody could assess went over the lineage. One review alone is no trend. */
export function trendChart(points: readonly TrendPoint[]): Html | string {
  if (points.length < 2) return "";
  const highest = Math.max(
    1,
    ...points.flatMap((point) => [point.open_findings, point.not_assessed]),
  );
  const width = points.length * COLUMN_WIDTH;
  return html`<h3>Over the lineage</h3>
    <div class="chart" tabindex="0" role="region" aria-label="Trend over the lineage">
      <svg
        viewBox="0 0 ${width} ${HEIGHT}"
        width="${width}"
        height="${HEIGHT}"
        role="img"
        aria-label="${points.map(wordsOf).join(" ")}"
      >
        ${points.map((point, index) => column(point, index, highest))}
      </svg>
    </div>
    <p class="small">
      <svg width="10" height="10" aria-hidden="true">
        <rect width="10" height="10" rx="2" class="fill-bad" />
      </svg>
      open deviations ·
      <svg width="10" height="10" aria-hidden="true">
        <rect width="10" height="10" rx="2" class="fill-off" />
      </svg>
      not assessed · below: types covered completely
    </p>`;
}

function column(point: TrendPoint, index: number, highest: number): Html {
  const left = index * COLUMN_WIDTH + (COLUMN_WIDTH - 2 * BAR_WIDTH - 2) / 2;
  const middle = index * COLUMN_WIDTH + COLUMN_WIDTH / 2;
  const foot = TOP + PLOT_HEIGHT;
  return html`${bar(left, point.open_findings, { highest, fill: "bad" })}
    ${bar(left + BAR_WIDTH + 2, point.not_assessed, { highest, fill: "off" })}
    <text x="${middle}" y="${foot + 16}" text-anchor="middle">${shortPeriod(point)}</text>
    <text x="${middle}" y="${foot + 32}" text-anchor="middle">
      ${point.types_complete} of ${point.types}
    </text>`;
}

function bar(
  x: number,
  count: number,
  { highest, fill }: { readonly highest: number; readonly fill: "bad" | "off" },
): Html {
  const height = count === 0 ? 1 : Math.max((count / highest) * PLOT_HEIGHT, 3);
  const y = TOP + PLOT_HEIGHT - height;
  return html`<rect
      x="${x}"
      y="${y.toFixed(1)}"
      width="${BAR_WIDTH}"
      height="${height.toFixed(1)}"
      class="fill-${fill}"
    />
    <text class="value" x="${x + BAR_WIDTH / 2}" y="${(y - 4).toFixed(1)}" text-anchor="middle">
      ${count}
    </text>`;
}

/** "May 26": what fits under a column. */
function shortPeriod({ period_key: key, sequence }: TrendPoint): string {
  const [, year, month] = /^\d\d(\d\d)-(\d\d|Q\d)$/.exec(key) ?? [];
  if (year === undefined || month === undefined) return `no. ${sequence}`;
  return month.startsWith("Q") ? `${month} ${year}` : `${periodWords(key).slice(0, 3)} ${year}`;
}

function wordsOf(point: TrendPoint): string {
  return `${periodWords(point.period_key)}: ${point.open_findings} open deviations, ${point.not_assessed} not assessed, ${point.types_complete} of ${point.types} types covered completely.`;
}
