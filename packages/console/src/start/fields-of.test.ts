import { expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";

const of = (properties: object, rest: object = {}) =>
  fieldsOf({ type: "object", properties, additionalProperties: false, ...rest });

test.for([
  [{ type: "string" }, { kind: "text", first: "" }],
  [
    { type: "string", default: "adhoc" },
    { kind: "text", first: "adhoc" },
  ],
  [
    { type: "integer", default: 3 },
    { kind: "integer", first: "3" },
  ],
  [{ type: "number" }, { kind: "number", first: "" }],
  [
    { type: "boolean", default: true },
    { kind: "choice", first: "true" },
  ],
  [{ enum: ["a", "b"] }, { kind: "choice", first: "" }],
  [{ anyOf: [{ const: "a" }, { const: 2 }] }, { kind: "choice" }],
  [{ type: "array", items: { type: "string" } }, { kind: "texts" }],
  [{ type: "array", items: { type: "string", enum: ["a", "b"] } }, { kind: "choices" }],
  [{ type: "array", items: { type: "number" } }, { kind: "json" }],
  [{ type: "object" }, { kind: "json" }],
  [{ anyOf: [{ type: "string" }, { const: "none" }] }, { kind: "json" }],
  [{ $ref: "#/$defs/name" }, { kind: "text" }],
  [{ $ref: "#/$defs/nowhere" }, { kind: "json" }],
  [true, { kind: "json" }],
] as const)("a member of %j is filled in as %j", ([schema, field]) => {
  const [found, ...others] = of({ member: schema }, { $defs: { name: { type: "string" } } });
  expect(others).toEqual([]);
  expect(found).toMatchObject(field);
});

test("a field is called as its schema calls it, else as its member", () => {
  const fields = of(
    { to: { type: "string", title: "Receiver", description: "Who gets it." }, cc: true },
    { required: ["to"] },
  );
  expect(fields).toMatchObject([
    { name: "to", label: "Receiver", hint: "Who gets it.", isRequired: true },
    { name: "cc", label: "cc", hint: null, isRequired: false },
  ]);
});

test("an operation that takes nothing has no field", () => {
  expect(of({})).toEqual([]);
});

test.for([
  ["nothing is told", null],
  ["it is a choice of shapes", { anyOf: [{ type: "object" }, { type: "object" }] }],
  ["any member is taken", { type: "object", properties: {} }],
  ["it is no object", { type: "string" }],
  ["it is no schema", "object"],
] as const)("the whole input is JSON where %s", ([, schema]) => {
  expect(fieldsOf(schema)).toMatchObject([{ kind: "json", name: null, first: "{}" }]);
});
