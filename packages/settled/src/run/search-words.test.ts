import { expect, test } from "vitest";
import { isSearch, searchWordsOf } from "./search-words.ts";

test("words are what stands between marks, and no mark means anything", () => {
  expect(searchWordsOf("restore.Execute  O'Brien, 100%_[a-z]*")).toEqual(
    "restore execute o brien 100 a z".split(" "),
  );
  expect(searchWordsOf("Jürgen 環境")).toEqual(["jürgen", "環境"]);
});

test.each([
  ["", false],
  ["... %_*", false],
  ["a".repeat(201), false],
  ["a ".repeat(13), false],
  ["a ".repeat(12), true],
  ["north", true],
])("%j can be searched for: %s", (text, answer) => {
  expect(isSearch(text)).toBe(answer);
});
