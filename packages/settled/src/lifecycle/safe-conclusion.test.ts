import { expect, test } from "vitest";
import { CONTEXT_BYTES_MAX } from "../run/safe-json.ts";
import { safeConclusion } from "./safe-conclusion.ts";

test("whatever an adapter said, its record fits into the context of a run", () => {
  const check = { check: "c".repeat(5_000), passed: false, detail: "d".repeat(50_000) };
  const stored = safeConclusion({
    adapter: "a".repeat(5_000),
    decision: "attention_required",
    reason: "r".repeat(5_000),
    trigger: "truth_window",
    related: { type: "letter", id: "7" },
    checks: Array.from({ length: 500 }, () => check),
    decidedBy: "s".repeat(5_000),
  });
  const bytes = new TextEncoder().encode(JSON.stringify(stored)).length;
  expect(bytes).toBeLessThan(CONTEXT_BYTES_MAX);
  expect(stored.checks.length).toBeGreaterThan(20);
});
