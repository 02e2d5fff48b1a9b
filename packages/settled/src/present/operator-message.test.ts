import { describe, expect, test } from "vitest";
import { SETTLED_ERROR_CODES, SettledError } from "../run/settled-error.ts";
import { OPERATOR_MESSAGES } from "./operator-message-copy.ts";
import { asOperatorMessage } from "./operator-message.ts";

describe("what an operator reads in place of an error", () => {
  test.each(SETTLED_ERROR_CODES)("has a title, a detail and a next step for %s", (code) => {
    const message = asOperatorMessage(new SettledError(code, "Said by the library."));
    expect(message.title).toMatch(/^[A-Z][^.]+$/);
    expect(message.detail).toMatch(/^[A-Z].+\.$/);
    expect(message.nextStep).toMatch(/^[A-Z].+\.$/);
  });

  test("has no title twice", () => {
    const titles = Object.values(OPERATOR_MESSAGES).map(({ title }) => title);
    expect(new Set(titles).size).toBe(SETTLED_ERROR_CODES.length);
  });

  test.each([
    new Error("secret sauce"),
    "secret sauce",
    null,
    undefined,
    { code: "write_conflict", message: "secret sauce" },
    new Proxy(
      {},
      {
        getPrototypeOf() {
          throw new Error("secret sauce");
        },
      },
    ),
  ])("repeats nothing of an error that is not the library's own", (error) => {
    expect(asOperatorMessage(error)).toEqual(OPERATOR_MESSAGES.internal);
  });

  test("says which thing is wrong where the library says so, but never its cause", () => {
    const error = new SettledError("invalid_configuration", "DATABASE_URL is missing.", {
      cause: new Error("secret sauce"),
    });
    expect(asOperatorMessage(error).detail).toContain("DATABASE_URL is missing.");
    expect(JSON.stringify(asOperatorMessage(error))).not.toContain("secret");
  });

  test("leaves out what only a programmer reads", () => {
    const error = new SettledError("permission_missing", 'relation "runs" at select * from runs');
    expect(asOperatorMessage(error)).toEqual(OPERATOR_MESSAGES.permission_missing);
  });
});
