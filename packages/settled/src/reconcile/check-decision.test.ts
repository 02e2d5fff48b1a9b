import * as fc from "fast-check";
import { expect, test } from "vitest";
import { examOperation } from "../testing/exam-operation.ts";
import { checkDecision } from "./check-decision.ts";

const operation = examOperation("letter.write", "q");
const base = { reason: "artifact_complete", checks: [] };
const related = { type: "letter", id: "7" };
const proof = { madeBy: "this_run", inScope: true, complete: true };

test("junk is never a decision, and never throws", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (junk) => {
      expect(checkDecision(operation, junk)).toBeNull();
    }),
  );
});

test.each([
  { ...base, decision: "succeeded", related, proof },
  { ...base, decision: "partially_succeeded", related, proof, summary: { letters: 1 } },
  { ...base, decision: "attention_required", related, candidates: [related] },
  { ...base, decision: "blocked", checks: [{ check: "a", passed: false, detail: "b" }] },
  { ...base, decision: "failed" },
  { ...base, decision: "cancelled" },
  { ...base, decision: "undecided", checkAgainAfterMs: 1 },
])("a whole decision is taken as it is: %j", (decision) => {
  expect(checkDecision(operation, decision)).toEqual(decision);
});

test("of more candidates than anybody looks through the first are kept", () => {
  const candidates = Array.from({ length: 10_000 }, (_, id) => ({
    type: "letter",
    id: String(id),
  }));
  const checked = checkDecision(operation, { ...base, decision: "attention_required", candidates });
  expect(checked).toMatchObject({ candidates: candidates.slice(0, 50) });
});

test.each([
  { ...base, decision: "succeeded" },
  { ...base, decision: "succeeded", related },
  { ...base, decision: "succeeded", proof },
  { ...base, decision: "succeeded", related, proof: { ...proof, complete: "yes" } },
  { ...base, decision: "succeeded", related: { type: "letter" }, proof },
  { ...base, decision: "attention_required", candidates: [related, {}] },
  { ...base, decision: "failed", reason: "nobody_explains_this" },
  { ...base, decision: "failed", reason: "constructor" },
  { ...base, decision: "failed", checks: [{ check: "a" }] },
  { ...base, decision: "failed", summary: { letters: "1" } },
  { ...base, decision: "undecided" },
  { ...base, decision: "undecided", checkAgainAfterMs: 0 },
  { ...base, decision: "undecided", checkAgainAfterMs: 3_600_001 },
  { ...base, decision: "done" },
])("a decision with a part missing is none: %j", (decision) => {
  expect(checkDecision(operation, decision)).toBeNull();
});
