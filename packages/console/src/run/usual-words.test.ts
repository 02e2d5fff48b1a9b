import { expect, test } from "vitest";
import { usualWords } from "./usual-words.ts";

test.each([
  [121_000, 239_000, "2 to 4 min"],
  [120_000, 120_000, "2 min"],
  [20_000, 170_000, "20 s to 3 min"],
  [1_200, 3_400, "1 to 4 s"],
  [40, 800, "800 ms"],
  [300, 900, "900 ms"],
  [3_600_000, 7_300_000, "1 to 3 h"],
])("from %d to %d ms reads as %s", (low_ms, high_ms, words) => {
  expect(usualWords({ low_ms, high_ms })).toBe(words);
});
