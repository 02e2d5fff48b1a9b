import { expect, test } from "vitest";
import { untilWords } from "./time-words.ts";

const NOW = new Date("2026-05-24T12:00:00Z");

test.for([
  ["2026-05-24T12:00:30Z", "in 30 sec."],
  ["2026-05-24T12:05:00Z", "in 5 min."],
  ["2026-05-25T18:00:00Z", "in 30 hr."],
  ["2026-08-22T12:00:00Z", "in 90 days"],
  ["2026-05-24T11:59:00Z", null],
] as const)("from noon, %s is told as %s", ([then, words]) => {
  expect(untilWords(new Date(then), NOW)).toBe(words);
});
