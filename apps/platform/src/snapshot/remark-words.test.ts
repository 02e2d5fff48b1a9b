import { expect, test } from "vitest";
import { remarkWords } from "./remark-words.ts";

test("remarks are sentences, also those that this release does not know", () => {
  expect(remarkWords(["not_json"])).toBe("The text is not valid JSON.");
  expect(remarkWords(["provider_id_used_twice", "of_tomorrow"])).toBe(
    "Another object of its type has the same id. of tomorrow.",
  );
  expect(remarkWords(["toString", "constructor"])).not.toContain("function");
  expect(remarkWords([])).toBe("");
});
