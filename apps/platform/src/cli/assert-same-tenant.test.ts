import { expect, test } from "vitest";
import { assertSameTenant } from "./assert-same-tenant.ts";

test("the export of another tenant is refused, naming both and what to do", () => {
  expect(() => assertSameTenant(["tenant:b"], "tenant:a", "contoso")).toThrow(
    /is of tenant:b, and contoso is pinned to tenant:a: nothing was read\. .*--environment/,
  );
});

test("the same tenant, or an environment that nobody pinned, is taken without a word", () => {
  expect(assertSameTenant(["marker:m", "tenant:a"], "tenant:a", "contoso")).toBeNull();
  expect(assertSameTenant(["tenant:b"], null, "contoso")).toBeNull();
  expect(assertSameTenant([], null, "contoso")).toBeNull();
});

test("a folder that does not say whose it is is taken with a warning", () => {
  expect(assertSameTenant([], "tenant:a", "contoso")).toContain("does not say whose it is");
});
