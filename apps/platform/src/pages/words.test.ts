import { expect, test } from "vitest";
import { changeWords } from "./change-words.ts";
import { completenessWords, coverageCountWords } from "./counts-words.ts";
import { periodWords } from "./period-words.ts";
import { remarkWords } from "./remark-words.ts";

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

test("what is not whole never reads as 100 %", () => {
  expect(completenessWords(0.9999)).toBe("99.9 % of the objects read");
  expect(completenessWords(1)).toBe("100 % of the objects read");
  expect(completenessWords(0)).toBe("0 % of the objects read");
});

test("coverage is told with what is missing", () => {
  expect(coverageCountWords({ types: 0, complete: 0 })).toBe("no type was found");
  expect(coverageCountWords({ types: 1, complete: 1 })).toBe("the only type covered completely");
  expect(coverageCountWords({ types: 5, complete: 5 })).toBe("all 5 types covered completely");
  expect(coverageCountWords({ types: 5, complete: 4 })).toBe("4 of 5 types covered completely");
});

test("remarks are sentences, also those that this release does not know", () => {
  expect(remarkWords(["not_json"])).toBe("The text is not valid JSON.");
  expect(remarkWords(["provider_id_used_twice", "of_tomorrow"])).toBe(
    "Another object of its type has the same id. of tomorrow.",
  );
  expect(remarkWords(["toString", "constructor"])).not.toContain("function");
  expect(remarkWords([])).toBe("");
});

test("a changed assignment names the groups, and tells the id of one whose name nobody knows", () => {
  const change = {
    kind: "assignment_changed",
    type: "configurationPolicies",
    policy: "Win - Edge",
    other_policy: null,
    path: null,
    before: ["include:g1", "include:g2"],
    after: ["include:g1", "include:g3"],
  } as const;
  expect(changeWords(change, { g2: "Pilot" })).toBe(
    "Whom it reaches: no longer “Pilot”; newly group g3.",
  );
});
