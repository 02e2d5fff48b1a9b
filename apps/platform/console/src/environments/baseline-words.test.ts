import { expect, test } from "vitest";
import { baselineWords } from "./baseline-words.ts";

test("a baseline is called by its name and version, and by its version alone while its name is not known", () => {
  expect(baselineWords("Agreed state", 2)).toBe("Agreed state, version 2");
  expect(baselineWords(undefined, 2)).toBe("version 2");
});
