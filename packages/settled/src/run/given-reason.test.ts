import { expect, test } from "vitest";
import { GIVEN_REASON_BYTES_MAX, givenReason } from "./given-reason.ts";

test("a reason is kept without what the database refuses, without secrets, and cut", () => {
  expect(givenReason("  the\u0000 vendor called ")).toEqual({ because: "the vendor called" });
  expect(givenReason("password=hunter22").because).not.toContain("hunter22");
  const cut = JSON.stringify(givenReason("x".repeat(5_000))["because"]);
  expect(cut).toMatch(/^"x+ … \[cut\]"$/);
  expect(cut.length).toBeLessThanOrEqual(GIVEN_REASON_BYTES_MAX + 2);
});

test("a reason that says nothing is none", () => {
  expect(givenReason(undefined)).toEqual({});
  expect(givenReason(" \u0000 ")).toEqual({});
});
