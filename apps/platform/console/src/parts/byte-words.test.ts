import { expect, test } from "vitest";
import { byteWords } from "./byte-words.ts";

test.for([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 kB"],
  [123_456, "123 kB"],
  [1_440_000, "1.4 MB"],
  [7e12, "7000 GB"],
] as const)("%d bytes read as %s", ([bytes, words]) => {
  expect(byteWords(bytes)).toBe(words);
});
