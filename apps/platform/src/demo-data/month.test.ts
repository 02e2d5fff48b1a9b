import * as fc from "fast-check";
import { expect, test } from "vitest";
import { momentIn, monthAfter } from "./month.ts";
import { createRandom } from "./random.ts";

test("months pass over the turn of the year in both directions", () => {
  expect(monthAfter("2025-11", 3)).toBe("2026-02");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
  expect(monthAfter("2025-07", 0)).toBe("2025-07");
});

test("going forward and back leads to the same month", () => {
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (count) => {
      expect(monthAfter(monthAfter("2025-07", count), -count)).toBe("2025-07");
    }),
  );
});

test("text that is no month is refused", () => {
  for (const text of ["2025-13", "2025-00", "2025-7", "July 2025"]) {
    expect(() => monthAfter(text, 1)).toThrow(RangeError);
  }
});

test("a moment is a real date of its month with seven decimals", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const moment = momentIn("2026-02", createRandom(seed));
      expect(moment).toMatch(/^2026-02-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
      expect(Number.isNaN(Date.parse(moment))).toBe(false);
    }),
  );
});
