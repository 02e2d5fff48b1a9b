import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POISON_ERRORS } from "../testing/poison-errors.ts";
import { asPlainError, describeFailure } from "./describe-failure.ts";
import { ERROR_TEXT_BYTES_MAX, NAME_BYTES_MAX } from "./safe-text.ts";

function expectStorable(text: string, bytesMax: number): void {
  expect(text).not.toContain("\u0000");
  expect(text.isWellFormed()).toBe(true);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(bytesMax);
}

function expectStorableFailure(thrown: unknown): void {
  const failure = describeFailure(thrown, 3);
  expect(Object.keys(failure)).toEqual(["name", "message", "stack", "attempt"]);
  expect(failure.attempt).toBe(3);
  expectStorable(failure.name, NAME_BYTES_MAX);
  expectStorable(failure.message, ERROR_TEXT_BYTES_MAX);
  if (failure.stack !== null) expectStorable(failure.stack, ERROR_TEXT_BYTES_MAX);
}

describe("the description of what was thrown", () => {
  test.each(Object.entries(POISON_ERRORS))("can be stored: %s", (_, make) => {
    const thrown = make();
    const began = performance.now();
    expectStorableFailure(thrown);
    expect(performance.now() - began).toBeLessThan(100);
  });

  test("can be stored, whatever was thrown", () => {
    fc.assert(fc.property(fc.anything(), expectStorableFailure));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, message) =>
        expectStorableFailure(Object.assign(new Error(message), { name })),
      ),
    );
  });

  test("tells the causes, but not endlessly", () => {
    const error = new Error("outer", { cause: new Error("inner", { cause: "core" }) });
    expect(describeFailure(error, 1).message).toBe("outer / caused by: inner / caused by: core");
    const loop = new Error("loop");
    loop.cause = loop;
    expect(describeFailure(loop, 1).message.match(/loop/g)).toHaveLength(5);
  });

  test("tells what an error of many errors is made of", () => {
    const refused = [
      new Error("connect ECONNREFUSED ::1"),
      new Error("connect ECONNREFUSED 127.0.0.1"),
    ];
    expect(describeFailure(new AggregateError(refused), 1).message).toBe(
      "connect ECONNREFUSED ::1 / connect ECONNREFUSED 127.0.0.1",
    );
    expect(describeFailure(new AggregateError(refused.slice(1), "all failed"), 1).message).toBe(
      "all failed / connect ECONNREFUSED 127.0.0.1",
    );
    const loop = new AggregateError([], "loop");
    loop.errors = Array.from({ length: 1_000 }, () => loop);
    expectStorableFailure(loop);
  });

  test("hides by its key what is secret in an object that was thrown", () => {
    const thrown = {
      authorization: "Token letmein-123",
      nested: { "set-cookie": "sid=letmein-456" },
    };
    const { message } = describeFailure(thrown, 1);
    expect(message).not.toContain("letmein");
    expect(message).toContain("authorization");
  });

  test("says what it is that is no error", () => {
    expect(describeFailure(null, 1)).toMatchObject({ name: "null", message: "null", stack: null });
    expect(describeFailure("oh", 1)).toMatchObject({ name: "string", message: "oh" });
    expect(describeFailure({ code: 7 }, 1).message).toBe('{"code":7}');
  });

  test("hides secrets in message and stack, also in the error that engines keep", () => {
    const failure = describeFailure(new Error("postgres://app:hunter22@db refused"), 1);
    expect(JSON.stringify(failure)).not.toContain("hunter22");
    const plain = asPlainError(failure);
    expect(`${plain.name} ${plain.message} ${plain.stack}`).not.toContain("hunter22");
    expect(plain.message).toBe(failure.message);
  });
});
