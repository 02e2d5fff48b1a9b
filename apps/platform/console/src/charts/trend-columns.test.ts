import { describe, expect, test } from "vitest";
import { COLUMN_WIDTH, PLOT_HEIGHT, TOP, trendColumns } from "./trend-columns.ts";

function point(sequence: number, open: number, unknown: number) {
  return {
    review_id: `review-${sequence}`,
    sequence,
    period_key: "2026-05",
    open_findings: open,
    open_high: 0,
    not_assessed: unknown,
    types: 5,
    types_complete: 4,
  };
}

describe("the columns of a trend", () => {
  test("stand side by side, the tallest bar as tall as the plot, all on the same ground", () => {
    const columns = trendColumns([point(1, 0, 2), point(2, 31, 1)]);
    expect(columns.map(({ middle }) => middle)).toEqual([COLUMN_WIDTH / 2, COLUMN_WIDTH * 1.5]);
    expect(columns[1]?.open.height).toBe(PLOT_HEIGHT);
    for (const { open, notAssessed } of columns) {
      expect(open.y + open.height).toBe(TOP + PLOT_HEIGHT);
      expect(notAssessed.y + notAssessed.height).toBe(TOP + PLOT_HEIGHT);
      expect(notAssessed.x).toBeGreaterThan(open.x + 20);
    }
  });

  test("zero is a line and one of many can be seen", () => {
    const [first, second] = trendColumns([point(1, 0, 0), point(2, 1, 1_000)]);
    expect(first?.open.height).toBe(1);
    expect(second?.open.height).toBe(3);
  });

  test("nothing to read is nothing covered", () => {
    expect(trendColumns([{ ...point(1, 0, 0), types: 0, types_complete: 0 }])[0]?.covered).toBe(0);
  });
});
