import { expect, test } from "vitest";
import { agoWords, durationWords } from "./duration-words.ts";
import { minutesAgo, NOW } from "./sample-run.test-kit.ts";
import { utcWords } from "./utc-words.ts";

test.each([
  [Number.NaN, "less than a minute"],
  [-5_000, "less than a minute"],
  [59_999, "less than a minute"],
  [60_000, "1 minute"],
  [3_599_999, "59 minutes"],
  [3_600_000, "1 hour"],
  [172_799_999, "47 hours"],
  [172_800_000, "2 days"],
])("%d ms read as %s", (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

test("a time ahead of now counts as now", () => {
  expect(agoWords(NOW, minutesAgo(-3))).toBe("less than a minute ago");
});

test("a moment reads the same for everybody", () => {
  expect(utcWords(NOW)).toBe("2026-05-24 14:05 UTC");
  expect(utcWords(new Date("never"))).toBe("an unknown time");
});
