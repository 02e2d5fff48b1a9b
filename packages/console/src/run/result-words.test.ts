import { expect, test } from "vitest";
import { resultWords } from "./result-words.ts";

const artifact = { type: "environment_review", id: "r1", href: "/reviews/r1" };

test("the address of a result is a link, and no part of its words", () => {
  const belief = { result: "Review 1 (current, complete), /reviews/r1" };
  expect(resultWords({ belief, artifact })).toBe("Review 1 (current, complete)");
});

test("a result without an address is told as it is", () => {
  const belief = { result: "It could not be looked at just now." };
  expect(resultWords({ belief, artifact })).toBe(belief.result);
  expect(resultWords({ belief, artifact: null })).toBe(belief.result);
  expect(resultWords({ belief, artifact: { ...artifact, href: null } })).toBe(belief.result);
  expect(resultWords({ belief: { result: null }, artifact })).toBeNull();
});
