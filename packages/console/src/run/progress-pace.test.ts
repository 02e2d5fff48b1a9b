import { expect, test } from "vitest";
import { paceOf } from "./progress-pace.ts";

test("a rate is told once the work goes on for a while", () => {
  expect(paceOf({ done: 20, total: 60 }, 30_000)).toEqual({ perMinute: 40, leftMs: 60_000 });
  expect(paceOf({ done: 20, total: null }, 30_000)).toEqual({ perMinute: 40, leftMs: null });
});

test("there is no rate of what has not begun, and nothing is left of what was done twice", () => {
  expect(paceOf({ done: 0, total: 60 }, 30_000)).toBeNull();
  expect(paceOf({ done: 20, total: 60 }, 1_000)).toBeNull();
  expect(paceOf({ done: 70, total: 60 }, 30_000)?.leftMs).toBe(0);
});
