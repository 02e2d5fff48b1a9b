import { expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";
import { readTyped, untyped } from "./read-typed.ts";

const FIELDS = fieldsOf({
  type: "object",
  properties: {
    to: { type: "string" },
    copies: { type: "integer" },
    weight: { type: "number" },
    urgent: { type: "boolean" },
    copied: { type: "array", items: { type: "string" } },
    by: { type: "array", items: { enum: ["mail", "hand"] } },
    "a/b": { type: "object" },
  },
  required: ["to", "urgent"],
  additionalProperties: false,
});

test("what is typed becomes the input, and what is left empty and not needed is left out", () => {
  const typed = { ...untyped(FIELDS), "/input/to": "Ada", "/input/urgent": "false" };
  expect(readTyped(FIELDS, typed)).toEqual({ kind: "read", input: { to: "Ada", urgent: false } });
  const all = {
    ...typed,
    "/input/copies": " 2 ",
    "/input/weight": "-1.5e3",
    "/input/copied": "Ben\n\nCy\n",
    "/input/by": ['"hand"', '"mail"'],
    "/input/a~1b": '{"deep":[1]}',
  };
  expect(readTyped(FIELDS, all)).toEqual({
    kind: "read",
    input: {
      to: "Ada",
      urgent: false,
      copies: 2,
      weight: -1500,
      copied: ["Ben", "Cy"],
      by: ["mail", "hand"],
      "a/b": { deep: [1] },
    },
  });
});

test.for([
  ["/input/copies", "2.5", "no_integer"],
  ["/input/copies", "two", "no_number"],
  ["/input/weight", "0x10", "no_number"],
  ["/input/weight", "1,5", "no_number"],
  ["/input/copies", "9007199254740993", "too_large"],
  ["/input/weight", "-9007199254740993", "too_large"],
  ["/input/a~1b", '{"deep":[{"id":9007199254740993}]}', "too_large"],
  ["/input/a~1b", "{deep}", "no_json"],
  ["/input/urgent", "", "needed"],
] as const)("in %s “%s” is told as %s, at that field", ([pointer, text, fault]) => {
  const typed = { ...untyped(FIELDS), "/input/urgent": "true", [pointer]: text };
  expect(readTyped(FIELDS, typed)).toEqual({ kind: "faults", faults: { [pointer]: fault } });
});

test("a text that is needed and empty is the server's to judge", () => {
  const typed = { ...untyped(FIELDS), "/input/urgent": "true" };
  expect(readTyped(FIELDS, typed)).toMatchObject({ input: { to: "", urgent: true } });
});

test("a whole input of JSON is sent as it is", () => {
  const fields = fieldsOf(null);
  expect(readTyped(fields, { "/input": '{"resumes":"x"}' })).toEqual({
    kind: "read",
    input: { resumes: "x" },
  });
  expect(readTyped(fields, { "/input": "" })).toMatchObject({ faults: { "/input": "needed" } });
});
