import { expect, test } from "vitest";
import { expiryWords } from "./expiry-words.ts";

const NOW = new Date("2026-05-10T12:00:00Z");

test.for([
  [null, "When it is changed", false],
  ["2026-05-09T12:00:00.000Z", "Expired on 2026-05-09", true],
  ["2026-05-10T13:00:00.000Z", "2026-05-10, within a day", true],
  ["2026-05-11T13:00:00.000Z", "2026-05-11, in 1 day", true],
  ["2026-05-19T13:00:00.000Z", "2026-05-19, in 9 days", true],
  ["2026-09-01T00:00:00.000Z", "2026-09-01", false],
] as const)("a decision that ends at %s reads as “%s”", ([at, words, isUrgent]) => {
  expect(expiryWords(at, NOW)).toEqual({ words, isUrgent });
});
