import { expect, test } from "vitest";
import { wouldChange } from "./looked-run.ts";

test.each([
  ["settle", true],
  ["hand_over", true],
  ["redispatch", true],
  ["stands", false],
  ["left_alone", false],
  ["ask_again", false],
])("a look that finds %s: would it change something? %s", (kind, expected) => {
  const look = { dry_run: true, changed: false, sentence: "", found: { kind } };
  expect(wouldChange({ look })).toBe(expected);
});
