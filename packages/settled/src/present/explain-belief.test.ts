import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRun } from "./any-run.test-kit.ts";
import { explainBelief } from "./explain-belief.ts";
import {
  completedRun,
  runningRun,
  sampleOperation,
  sampleRecord,
  SECRET,
} from "./sample-run.test-kit.ts";

const operation = sampleOperation();

function statementOf(adapter: string): string {
  const reconciliation = sampleRecord({ adapter, reason: "never_started", decision: "failed" });
  return explainBelief(completedRun("failed", { reconciliation }), operation).statement;
}

describe("why do you believe this", () => {
  test("is answered for any run without what only a programmer reads", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const belief = explainBelief(run, operation);
        expect(belief.statement).toMatch(/^[A-Z].*\.$/);
        expect(JSON.stringify(belief)).not.toContain(SECRET);
        expect(belief.statement).not.toMatch(/undefined|null|\[object|\.\./);
      }),
    );
  });

  test("claims nothing of a run that has not ended", () => {
    expect(explainBelief(runningRun(), operation).statement).toContain("nothing is claimed");
  });

  test("rests on the worker's report, with its time, where nobody had to look", () => {
    const belief = explainBelief(completedRun("succeeded"), operation);
    expect(belief.statement).toBe(
      "The worker reported this outcome itself at 2026-05-24 14:03 UTC; nobody had to look for it.",
    );
    expect(belief.trigger).toBeNull();
    expect(belief.checks).toEqual([]);
    const together = explainBelief(completedRun("succeeded"), operation, "with_its_artifact");
    expect(together.statement).toContain("in the same transaction as its result");
  });

  test("rests on a look at the truth, with checks, previous and who decided", () => {
    const previous = { status: "completed", outcome: "failed" } as const;
    const run = completedRun("succeeded", { reconciliation: sampleRecord({ previous }) });
    expect(explainBelief(run, operation)).toMatchObject({
      statement:
        "The worker went silent. The run was settled at 2026-05-24 14:04 UTC as: succeeded. That rests on a look at the truth, not on a worker's report: 1 of 1 check passed.",
      trigger: { code: "went_silent", text: "Went silent" },
      checks: [{ text: "Artifact is complete", passed: true, detail: "The content was read." }],
      previous,
      decidedBy: "Settled",
      decidedAt: new Date("2026-05-24T14:04:00.000Z"),
      adapter: "environment-review",
    });
  });

  test("rests on a person where one decided, and on the record where nothing was asked", () => {
    expect(statementOf("operator")).toBe(
      "A person settled this run by hand at 2026-05-24 14:04 UTC as: failed.",
    );
    expect(statementOf("none")).toContain("rests on the record of the run alone");
  });

  test("shows that a check failed without the words of the database", () => {
    const detail = 'duplicate key value violates unique constraint "reviews_pkey"';
    const checks = [{ check: "one_head", passed: false, detail }];
    const run = completedRun("failed", { reconciliation: sampleRecord({ checks }) });
    expect(explainBelief(run, operation).checks).toEqual([
      { text: "One head", passed: false, detail: "The detail is technical." },
    ]);
  });
});
