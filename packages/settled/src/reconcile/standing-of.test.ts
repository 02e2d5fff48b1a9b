import { describe, expect, test } from "vitest";
import { JOB_STATES } from "../ports/engine-driver.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { RUN_OUTCOMES } from "../run/run-position.ts";
import { examOperation } from "../testing/exam-operation.ts";
import { dispatchOf, exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { standingOf, type StandingFacts } from "./standing-of.ts";

const store = createMemoryRunStore({ clock: createManualClock() });
const { run: queued } = await store.insertRun(exampleRun(), exampleRun().initiator);
const dispatch = { ...dispatchOf(queued), dispatched_at: "2026-01-01T00:00:00.000Z" };
const handedOver: OperationRun = { ...queued, context: { dispatch } };
const running: OperationRun = { ...handedOver, status: "running", attempt: 1, ownerId: "w1" };
const FACTS: StandingFacts = {
  ownerMayLive: false,
  job: "missing",
  silentForMs: 0,
  due: true,
  hint: null,
};

function standing(run: OperationRun, facts: Partial<StandingFacts>, retries = 0): string {
  const at = standingOf(run, examOperation("letter.write", "q", { retries }), {
    ...FACTS,
    ...facts,
  });
  return at.kind === "leave" ? at.because : at.kind === "judge" ? at.trigger : at.kind;
}

describe.each(JOB_STATES)("with a job that is %s", (job) => {
  test("a queued run is judged only if no job will begin it", () => {
    const ended = job === "finished" || job === "failed" || job === "missing";
    expect(standing(handedOver, { job })).toBe(ended ? "never_started" : `job_is_${job}`);
    expect(standing(queued, { job })).toBe("hand_over");
  });

  test("a run whose owner may live is judged only when it is over its time", () => {
    for (const retries of [0, 3]) {
      expect(standing(running, { job, ownerMayLive: true, due: false }, retries)).toBe(
        "owner_may_live",
      );
      expect(standing(running, { job, ownerMayLive: true }, retries)).toBe("time_limit");
    }
  });

  test("a run without a living owner is judged unless the engine will retry", () => {
    const threw = { name: "Error", message: "oh", stack: null, attempt: 1 };
    for (const retries of [0, 3]) {
      const later = job === "retrying" || job === "waiting";
      const perhaps = retries > 0 && (job === "active" || job === "unknown");
      const left = (trigger: string) => (later || perhaps ? "engine_will_retry" : trigger);
      const ended: OperationRun = { ...running, ownerId: null };
      expect(standing(running, { job }, retries)).toBe(left("went_silent"));
      expect(standing(ended, { job }, retries)).toBe(left("handler_returned"));
      expect(standing({ ...ended, failure: threw }, { job }, retries)).toBe(left("job_failed"));
      expect(standing(ended, { job, hint: "job_missing" }, retries)).toBe(left("job_missing"));
    }
  });

  test("a completed run is looked at again unless it succeeded", () => {
    for (const outcome of RUN_OUTCOMES) {
      const final = outcome === "succeeded";
      const run: OperationRun = { ...running, status: "completed", outcome };
      expect(standing(run, { job })).toBe(final ? "succeeded_is_final" : "truth_window");
    }
  });
});

test("an engine that says nothing is waited for no longer than an undecided adapter", () => {
  const { decideWithinMs } = examOperation("letter.write", "q").timeouts;
  const silent = { job: "unknown", silentForMs: decideWithinMs } as const;
  expect(standing(handedOver, silent)).toBe("never_started");
  expect(standing(handedOver, { ...silent, silentForMs: decideWithinMs - 1 })).toBe(
    "job_is_unknown",
  );
  expect(standing(running, silent, 3)).toBe("went_silent");
  expect(standing(running, { ...silent, ownerMayLive: true, due: false })).toBe("owner_may_live");
  expect(standing(handedOver, { ...silent, job: "waiting" })).toBe("job_is_waiting");
});
