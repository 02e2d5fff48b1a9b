import type { TrendPoint } from "../../../src/review/review-trend.ts";

export interface TrendBar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly count: number;
}

export interface TrendColumn {
  readonly point: TrendPoint;
  readonly middle: number;
  readonly open: TrendBar;
  readonly notAssessed: TrendBar;
  /** How much of what was to be read was: 0 to 1. */
  readonly covered: number;
}

export const COLUMN_WIDTH = 56;
export const PLOT_HEIGHT = 90;
/** Room for the figure above the tallest bar. */
export const TOP = 18;
export const BAR_WIDTH = 20;
const BETWEEN_BARS = 2;

/** Where the bars of a lineage stand, one column for each review, the oldest on the left. */
export function trendColumns(points: readonly TrendPoint[]): readonly TrendColumn[] {
  const highest = Math.max(
    1,
    ...points.flatMap((point) => [point.open_findings, point.not_assessed]),
  );
  return points.map((point, index) => {
    const left = index * COLUMN_WIDTH;
    const first = left + (COLUMN_WIDTH - 2 * BAR_WIDTH - BETWEEN_BARS) / 2;
    return {
      point,
      middle: left + COLUMN_WIDTH / 2,
      open: barOf(first, point.open_findings, highest),
      notAssessed: barOf(first + BAR_WIDTH + BETWEEN_BARS, point.not_assessed, highest),
      covered: point.types === 0 ? 0 : point.types_complete / point.types,
    };
  });
}

/** Zero is a line on the ground, one is tall enough to be seen. */
function barOf(x: number, count: number, highest: number): TrendBar {
  const height = count === 0 ? 1 : Math.max((count / highest) * PLOT_HEIGHT, 3);
  return { x, y: TOP + PLOT_HEIGHT - height, height, count };
}
