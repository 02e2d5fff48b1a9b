import { expect, test } from "vitest";
import { z } from "zod";
import { examOperation } from "../testing/exam-operation.ts";
import { inputSchemaOf } from "./input-schema-of.ts";
import { asOfferedOperation } from "./offered-operation.ts";

test("the catalog tells what an operation takes, as it is sent", () => {
  const input = z.strictObject({
    to: z.string().max(80).describe("Who gets it."),
    copies: z.int().default(1),
  });
  const operation = { ...examOperation("letter.write", "letters"), input };
  expect(asOfferedOperation(operation).input_schema).toMatchObject({
    type: "object",
    properties: {
      to: { type: "string", maxLength: 80, description: "Who gets it." },
      copies: { type: "integer", default: 1 },
    },
    required: ["to"],
    additionalProperties: false,
  });
});

test("a schema that has no words in JSON Schema is not told, and the catalog stands", () => {
  expect(inputSchemaOf(z.strictObject({ when: z.date() }))).toBeNull();
  const own = {
    "~standard": { version: 1, vendor: "own", validate: () => ({ value: {} }) },
  } as const;
  expect(inputSchemaOf(own)).toBeNull();
});
