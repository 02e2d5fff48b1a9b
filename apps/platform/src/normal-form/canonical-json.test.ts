import { expect, test } from "vitest";
import { asSet, byCodeUnit, canonicalJson } from "./canonical-json.ts";
import { hashOf } from "./hash-of.ts";

test("the order of keys does not matter to the canonical text", () => {
  expect(canonicalJson({ b: 1, a: [true, null, "é"] })).toBe('{"a":[true,null,"é"],"b":1}');
});

test("a hash says of what kind it is, and is the SHA-256 of the canonical text", () => {
  expect(hashOf("content", {})).toBe(
    "content1:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
  );
  expect(hashOf("meta", {})).not.toBe(hashOf("content", {}));
});

test("half a character pair has no canonical text", () => {
  expect(() => canonicalJson("\uD800")).toThrow("surrogate");
});

test("a set is sorted and holds each member once", () => {
  expect(asSet(["b", "a", "b", { y: 1, x: 2 }, { x: 2, y: 1 }])).toEqual([
    "a",
    "b",
    { x: 2, y: 1 },
  ]);
});

test("order is by code unit, not by a language", () => {
  expect(["ä", "z", "Z", "a"].toSorted(byCodeUnit)).toEqual(["Z", "a", "z", "ä"]);
});
