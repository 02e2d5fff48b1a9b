import { expect, test } from "vitest";
import { completenessWords, countsWords, coverageWords } from "./count-words.ts";

test("what is not whole never reads as 100 %", () => {
  expect(completenessWords(0.9999)).toBe("99.9 % of the objects read");
  expect(completenessWords(1)).toBe("100 % of the objects read");
  expect(completenessWords(0)).toBe("0 % of the objects read");
});

test("coverage is told with what is missing", () => {
  expect(coverageWords({ types: 0, complete: 0 })).toBe("no type was found");
  expect(coverageWords({ types: 1, complete: 1 })).toBe("the only type covered completely");
  expect(coverageWords({ types: 5, complete: 5 })).toBe("all 5 types covered completely");
  expect(coverageWords({ types: 5, complete: 4 })).toBe("4 of 5 types covered completely");
});

test("objects are counted with those in doubt, and with no others", () => {
  const counts = { items: 4, ok: 3, unreadable: 1, incomplete: 0, ambiguous: 0 };
  expect(countsWords(counts)).toBe("3 of 4 objects read whole; 1 unreadable");
  expect(countsWords({ ...counts, ok: 4, unreadable: 0 })).toBe("4 of 4 objects read whole");
});
