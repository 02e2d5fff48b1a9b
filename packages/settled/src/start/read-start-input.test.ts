import { expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import { SERVER_OWNED_KEYS } from "../run/run-context.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { readStartInput } from "./read-start-input.ts";

const catalog = createOperationCatalog([examOperation("letter.write", "letters")]);
const read = (input: unknown) =>
  readStartInput(catalog, { type: "letter.write", input, environmentId: null });

test("input is stored without secrets, and nothing at all is an empty object", async () => {
  const stored = { password: "[redacted]", to: "Ada" };
  expect(await read({ password: "hunter22", to: "Ada" })).toMatchObject({ kind: "read", stored });
  expect(await read(undefined)).toMatchObject({ kind: "read", stored: {} });
});

test.each(SERVER_OWNED_KEYS)("a client cannot send context.%s", async (key) => {
  expect(await read({ context: { [key]: {} } })).toMatchObject({
    because: "invalid_input",
    faults: [{ pointer: `/context/${key}` }],
  });
});

test("a fault of the operation's own check is named by its JSON pointer", async () => {
  const issues = [{ message: "is no name", path: ["a/b", { key: "c~d" }, 0] }];
  const input = {
    "~standard": { version: 1, vendor: "exam", validate: () => ({ issues }) },
  } as const;
  const strict = createOperationCatalog([{ ...examOperation("letter.write", "letters"), input }]);
  const start = { type: "letter.write", input: {}, environmentId: null };
  const answer = await readStartInput(strict, start);
  expect(answer).toMatchObject({ faults: [{ pointer: "/a~1b/c~0d/0", detail: "is no name" }] });
});

test("an operation about one environment is not started for the whole workspace", async () => {
  const letter = { ...examOperation("letter.write", "letters"), environment: "required" } as const;
  const answer = await readStartInput(createOperationCatalog([letter]), {
    type: "letter.write",
    input: {},
    environmentId: null,
  });
  expect(answer).toEqual({ kind: "refused", because: "environment_required" });
});
