import { expect, test } from "vitest";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { RUN_OUTCOMES } from "../run/run-position.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import type { Asked } from "./ask-adapter.ts";
import { foundMore } from "./truth-window.ts";
import { ADAPTER_FAULTS_MAX, type VerdictInput, verdictOf } from "./verdict-of.ts";

const store = createMemoryRunStore({ clock: createManualClock() });
const { run: queued } = await store.insertRun(exampleRun(), exampleRun().initiator);
const running: OperationRun = { ...queued, status: "running", attempt: 1 };
const operation = examOperation("letter.write", "q");
const nothing: ReconciliationDecision = {
  decision: "failed",
  reason: "nothing_produced",
  checks: [],
};

function decided(decision: ReconciliationDecision): Asked {
  return { kind: "decided", adapter: "letter", decision };
}

function verdict(asked: Asked, more: Partial<VerdictInput> = {}): string {
  const tally = { tries: 1, sinceMs: 0 };
  const input = { run: running, operation, trigger: "went_silent", asked, tally, decidedBy: "s" };
  const said = verdictOf({ ...input, ...more } as VerdictInput);
  if (said.kind === "settle") return `${said.conclusion.decision} ${said.conclusion.reason}`;
  return said.kind === "ask_again" ? `ask again after ${said.afterMs}` : said.kind;
}

test("without an adapter only a run that never began has certainly failed", () => {
  expect(verdict({ kind: "no_adapter" }, { run: queued })).toBe("failed never_started");
  expect(verdict({ kind: "no_adapter" })).toBe("attention_required no_adapter");
  const run: OperationRun = { ...running, status: "completed", outcome: "failed" };
  expect(verdict({ kind: "no_adapter" }, { run })).toBe("stands");
});

test("a broken adapter is asked again with growing waits, then a person is", () => {
  const asked = {
    kind: "fault",
    adapter: "letter",
    reason: "adapter_failed",
    error: null,
  } as const;
  const said = Array.from({ length: ADAPTER_FAULTS_MAX }, (_, index) =>
    verdict(asked, { tally: { tries: index + 1, sinceMs: 0 } }),
  );
  expect(said).toEqual([
    ...[1_000, 2_000, 4_000, 8_000].map((ms) => `ask again after ${ms}`),
    "attention_required adapter_failed",
  ]);
  expect(verdict({ ...asked, reason: "adapter_invalid" })).toBe(
    "attention_required adapter_invalid",
  );
});

test("an undecided adapter is asked until the deadline, never beyond it", () => {
  const asked = decided({
    decision: "undecided",
    reason: "ambiguous",
    checks: [],
    checkAgainAfterMs: 5_000,
  });
  const within = (sinceMs: number) => verdict(asked, { tally: { tries: 9, sinceMs } });
  expect(within(0)).toBe("ask again after 5000");
  expect(within(899_000)).toBe("ask again after 1000");
  expect(within(900_000)).toBe("attention_required undecided_too_long");
});

test("a failure that somebody asked for is a cancellation", () => {
  const run: OperationRun = { ...running, cancelRequestedAt: new Date(0) };
  expect(verdict(decided(nothing), { run })).toBe("cancelled cancelled_on_request");
});

test("the story of having produced nothing is told by what happened", () => {
  expect(verdict(decided(nothing), { run: queued })).toBe("failed never_started");
  expect(verdict(decided(nothing))).toBe("failed went_silent");
  expect(verdict(decided(nothing), { trigger: "time_limit" })).toBe("failed time_limit_passed");
  expect(verdict(decided(nothing), { trigger: "job_failed" })).toBe("failed handler_failed");
  expect(verdict(decided(nothing), { trigger: "operator" })).toBe("failed nothing_produced");
  expect(verdict(decided({ ...nothing, reason: "ambiguous" }))).toBe("failed ambiguous");
});

test("a second look settles only what it found more", () => {
  for (const before of RUN_OUTCOMES) {
    for (const now of RUN_OUTCOMES) {
      const run: OperationRun = { ...running, status: "completed", outcome: before };
      const asked = decided({ ...nothing, decision: now } as ReconciliationDecision);
      expect(verdict(asked, { run }) !== "stands").toBe(foundMore(before, now));
    }
  }
});

test("a second look that could not hear the truth leaves what was found before", () => {
  const ended = RUN_OUTCOMES.map((outcome): OperationRun => ({
    ...running,
    status: "completed",
    outcome,
  }));
  const tally = { tries: ADAPTER_FAULTS_MAX, sinceMs: operation.timeouts.decideWithinMs };
  const undecided = { ...nothing, decision: "undecided", checkAgainAfterMs: 1_000 } as const;
  for (const run of ended) {
    for (const reason of ["adapter_failed", "adapter_timed_out", "adapter_invalid"] as const) {
      const asked: Asked = { kind: "fault", adapter: "letter", reason, error: null };
      expect(verdict(asked, { run, tally })).toBe("stands");
    }
    expect(verdict(decided(undecided), { run, tally })).toBe("stands");
  }
});
