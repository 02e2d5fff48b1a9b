import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barSegments } from "./bar-segments.ts";

const WIDTH = 600;

describe("the parts of a bar", () => {
  test("share its width by their counts, with a gap between them", () => {
    const [first, second] = barSegments([30, 10], { width: WIDTH, of: 40 });
    expect(first).toMatchObject({ index: 0, x: 0 });
    expect(second?.index).toBe(1);
    expect((second?.x ?? 0) - (first?.width ?? 0)).toBeCloseTo(2);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(WIDTH);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeGreaterThan(2.5);
  });

  test("are as long as what they count, beside the longest bar", () => {
    const [only] = barSegments([20], { width: WIDTH, of: 40 });
    expect(only?.width).toBeCloseTo(WIDTH / 2);
  });

  test("are left out where they are zero, and nothing is drawn of nothing", () => {
    expect(barSegments([0, 5, 0], { width: WIDTH, of: 5 }).map(({ index }) => index)).toEqual([1]);
    expect(barSegments([0, 0], { width: WIDTH, of: 0 })).toEqual([]);
  });

  test("are in order, apart, inside the bar and never too small to be seen", () => {
    const counts = fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.nat({ max: 10_000 }), (list, of) => {
        let end = -2;
        for (const { x, width } of barSegments(list, { width: WIDTH, of })) {
          expect(width).toBeGreaterThanOrEqual(6);
          expect(x).toBeCloseTo(end + 2);
          end = x + width;
        }
        expect(end).toBeLessThanOrEqual(WIDTH + 0.001);
      }),
    );
  });
});
