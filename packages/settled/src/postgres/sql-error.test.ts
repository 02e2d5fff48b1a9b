import { expect, test } from "vitest";
import { asSettledError, isTransient } from "./sql-error.ts";

test.each([
  ["a server that takes the line and says nothing", new Error("timeout expired")],
  ["a pool without a free connection", new Error("timeout exceeded when trying to connect")],
  ["a line that was cut", new Error("Connection terminated unexpectedly")],
  ["a deadlock", Object.assign(new Error("deadlock detected"), { code: "40P01" })],
])("%s is told as a database that cannot be reached, and tried again", (_, error) => {
  expect(isTransient(error)).toBe(true);
  expect(asSettledError(error).code).toBe("database_unavailable");
});

test("a fault of our own statement is not tried again", () => {
  const error = Object.assign(new Error("syntax error"), { code: "42601" });
  expect(isTransient(error)).toBe(false);
  expect(asSettledError(error).code).toBe("internal");
});

test("a server that connects before its role was made is told that nobody migrated", () => {
  const error = Object.assign(new Error('role "settled_server" does not exist'), { code: "22023" });
  expect(asSettledError(error).code).toBe("database_not_migrated");
});
