import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isTooComplex } from "./json-complexity.ts";

function nested(depth: number, open: string, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

function wide(members: number): string {
  const entries = Array.from({ length: members }, (_none, n) => [`key ${n}`, n]);
  return JSON.stringify(Object.fromEntries(entries));
}

test.each([
  ["32 lists", nested(32, "[", "]"), false],
  ["33 lists", nested(33, "[", "]"), true],
  ["32 objects", `${'{"a":'.repeat(31)}{}${"}".repeat(31)}`, false],
  ["33 objects", `${'{"a":'.repeat(32)}{}${"}".repeat(32)}`, true],
  ["lists beside each other", `[${Array.from({ length: 500 }, () => "[]").join(",")}]`, false],
  ["1,000 members", wide(1_000), false],
  ["1,001 members", wide(1_001), true],
  [
    "many objects of a few members",
    JSON.stringify(Array.from({ length: 900 }, () => ({ a: 1, b: 2 }))),
    false,
  ],
  ["brackets in a text", JSON.stringify({ a: '["\\'.repeat(100) }), false],
  ["colons in a text", JSON.stringify({ a: ":".repeat(2_000) }), false],
  ["half a million brackets", "[".repeat(500_000), true],
  ["a text without an end", `"${"[".repeat(500_000)}`, false],
  ["no JSON", "}]}]:::", false],
])("%s", (_what, text, isTooMuch) => {
  expect(isTooComplex(text)).toBe(isTooMuch);
});

test("a megabyte of anything is read at once", () => {
  for (const piece of ['"', "\\", '\\"', "{", ":", '{"":', '"\\u0022":', "é"]) {
    const startedMs = performance.now();
    isTooComplex(piece.repeat(Math.floor(1_048_576 / piece.length)));
    expect(performance.now() - startedMs).toBeLessThan(1_500);
  }
});

test("what JSON can hold within the limits passes", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      expect(isTooComplex(text)).toBe(false);
    }),
  );
});
