import { describe, expect, test } from "vitest";
import { isSettledError } from "../run/settled-error.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { defineOperation } from "./define-operation.ts";

const letter = examOperation("letter.write", "letters");
const isRefusal = expect.toSatisfy((error) => isSettledError(error, "invalid_definition"));
const { adapter: _, artifact: __, ...plain } = letter;

describe("defining an operation", () => {
  test.each([
    ["a type without a verb", { type: "letter" }],
    ["a type in capitals", { type: "Letter.write" }],
    ["a type with dashes", { type: "letter.re-write" }],
    ["a type of five words", { type: "a.b.c.d.e" }],
    ["no label", { label: " " }],
    ["a reason that is no code", { copy: { doing: "x", reasons: { "Not a code": {} } } }],
    ["a timeout of nothing", { timeouts: { runWithinMs: 0 } }],
    ["a timeout that is no whole number", { timeouts: { startWithinMs: 1.5 } }],
    ["a timeout without end", { timeouts: { decideWithinMs: Infinity } }],
    ["an adapter without an artifact", { adapter: { name: "letter" } }],
  ])("refuses %s", (_case, change) => {
    expect(() => defineOperation({ ...plain, ...change } as never)).toThrow(isRefusal);
  });

  test("fills in what was left out and freezes the answer", () => {
    expect(letter).toMatchObject({ formerTypes: [], repeatable: false, adapter: null });
    expect(letter.timeouts.decideWithinMs).toBe(900_000);
    expect(Object.isFrozen(letter)).toBe(true);
  });
});
