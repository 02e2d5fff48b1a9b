import { expect, test } from "vitest";
import { newKey } from "./new-key.ts";

test("keys are printable, long enough and never the same", () => {
  const keys = Array.from({ length: 100 }, newKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
