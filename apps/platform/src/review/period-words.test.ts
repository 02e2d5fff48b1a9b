import { expect, test } from "vitest";
import { periodWords } from "./period-words.ts";

test.for([
  ["2026-05", "May 2026"],
  ["2026-12", "December 2026"],
  ["2026-Q2", "quarter 2 of 2026"],
  ["adhoc", "no period"],
  ["2026-13", "2026-13"],
  ["2026-00", "2026-00"],
  ["2026-Q5", "2026-Q5"],
])("the period %s reads %s", ([key = "", words]) => {
  expect(periodWords(key)).toBe(words);
});
