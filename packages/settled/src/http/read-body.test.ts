import { expect, test } from "vitest";
import { z } from "zod";
import { readBody } from "./read-body.ts";

const SCHEMA = z.strictObject({
  name: z.string().min(2).max(5),
  size: z.int().min(1).max(9).multipleOf(2).optional(),
  kind: z.enum(["big", "small"]).optional(),
  tags: z.array(z.string()).max(1).optional(),
  own: z.string("A name of one's own.").optional(),
  more: z.strictObject({ "a/b~c": z.boolean() }).optional(),
});

function faultsIn(value: unknown) {
  const read = readBody(SCHEMA, value);
  return read.kind === "problem" ? read.problem.errors : read.body;
}

test.each([
  ["", 5, "The body must be an object."],
  ["", [], "The body must be an object."],
  ["/name", {}, "This is missing."],
  ["/name", { name: 5 }, "This must be text."],
  ["/name", { name: "a" }, "This must have at least 2 characters."],
  ["/name", { name: "abcdef" }, "This must have at most 5 characters."],
  ["/size", { name: "ab", size: 1.5 }, "This must be a whole number."],
  ["/size", { name: "ab", size: 12 }, "This must be at most 9."],
  ["/size", { name: "ab", size: 3 }, "This must be a multiple of 2."],
  ["/kind", { name: "ab", kind: "odd" }, "This must be one of: big, small."],
  ["/tags", { name: "ab", tags: ["a", "b"] }, "This must have at most 1 entries."],
  ["/tags/0", { name: "ab", tags: [5] }, "This must be text."],
  ["/own", { name: "ab", own: 5 }, "A name of one's own."],
  ["/more/a~1b~0c", { name: "ab", more: {} }, "This is missing."],
  ["/more/x", { name: "ab", more: { "a/b~c": true, x: 1 } }, expect.stringContaining("allowed")],
  ["/context", { name: "ab", context: {} }, "The context of a run is written by the server only."],
  [
    "/nom",
    { name: "ab", nom: 1 },
    "This member is not known; allowed are name, size, kind, tags, own and more.",
  ],
])("what is wrong is told at %s in plain words", (pointer, value, detail) => {
  expect(faultsIn(value)).toEqual([{ pointer, detail }]);
});

test("each unknown member is named, also one that JavaScript would hide", () => {
  const value: unknown = JSON.parse('{"name":"ab","x":1,"__proto__":{"y":1},"constructor":2}');
  expect(faultsIn(value)).toMatchObject([
    { pointer: "/x" },
    { pointer: "/__proto__" },
    { pointer: "/constructor" },
  ]);
});
