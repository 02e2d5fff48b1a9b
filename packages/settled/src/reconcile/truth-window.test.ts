import { expect, test } from "vitest";
import { RUN_OUTCOMES } from "../run/run-position.ts";
import { foundMore, nextLookAfterMs, TRUTH_WINDOW_MS } from "./truth-window.ts";

test("a settled run is looked at at each offset of the window, and then never again", () => {
  let ageMs = 0;
  const looks: number[] = [];
  for (let next = nextLookAfterMs(0); next !== null; next = nextLookAfterMs(ageMs)) {
    ageMs += next;
    looks.push(ageMs);
  }
  expect(looks).toEqual([...TRUTH_WINDOW_MS]);
  expect(nextLookAfterMs(999)).toBe(1);
});

test("a second look only finds more, so no two outcomes can take turns", () => {
  for (const before of RUN_OUTCOMES) {
    expect(foundMore("succeeded", before)).toBe(false);
    expect(foundMore(before, before)).toBe(false);
    for (const now of RUN_OUTCOMES) {
      expect(foundMore(before, now) && foundMore(now, before)).toBe(false);
    }
  }
  expect(foundMore("failed", "succeeded")).toBe(true);
});
