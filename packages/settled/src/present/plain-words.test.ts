import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asPlainName, asPlainWords, inSentence, joinSentences } from "./plain-words.ts";

describe("plain words", () => {
  test.each([
    "SELECT id FROM operation_runs WHERE id = 1",
    "insert into reviews values (1)",
    "update runs set outcome = 1",
    'duplicate key value violates unique constraint "reviews_pkey"',
    'relation "reviews" does not exist',
    "TypeError: x is not a function",
    "connect ECONNREFUSED 127.0.0.1:5432",
    "    at compose (/app/src/compose.ts:12:3)",
  ])("stand in for what only a programmer reads: %s", (text) => {
    expect(asPlainWords(text, "otherwise")).toBe("otherwise");
  });

  test.each([
    "3 of 38 written, 35 not attempted because a named location is missing.",
    "Read at 2026-05-24T14:05:06Z at noon (UTC).",
    "The policy violates the baseline.",
    "identity_key matches",
  ])("stay as they are: %s", (text) => {
    expect(asPlainWords(text, "otherwise")).toBe(text);
  });

  test("are one line of bounded length, without marks that turn text around", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 4_000 }), (text) => {
        for (const line of [asPlainWords(text, "otherwise"), asPlainName(text, "otherwise")]) {
          expect(line).not.toBe("");
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          expect(Array.from(line).length).toBeLessThanOrEqual(300);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("are found in a hostile text within milliseconds", () => {
    const hostile = `select ${"a ".repeat(50_000)}`;
    const before = performance.now();
    asPlainWords(hostile, "otherwise");
    expect(performance.now() - before).toBeLessThan(200);
  });
});

test("a label in a sentence begins small unless it is an acronym", () => {
  expect(inSentence("Environment review")).toBe("environment review");
  expect(inSentence("PDF pack")).toBe("PDF pack");
});

test("sentences are joined with one full stop each", () => {
  expect(joinSentences(["One", "", "Two.", " Three "])).toBe("One. Two. Three.");
});
