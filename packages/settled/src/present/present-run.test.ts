import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { RECONCILIATION_TRIGGERS } from "../run/reconciliation-record.ts";
import { anyRun, anyViewer } from "./any-run.test-kit.ts";
import { presentRun } from "./present-run.ts";
import { NEXT_STEP_ACTIONS, type PresentedRun } from "./presented-run.ts";
import { LIBRARY_REASONS } from "../run/reason.ts";
import {
  completedRun,
  minutesAgo,
  NOW,
  PRESENT,
  RELATED,
  runningRun,
  sampleRecord,
  sampleRun,
  sampleViewer,
  SECRET,
} from "./sample-run.test-kit.ts";

const viewer = sampleViewer();

function textsOf(presented: PresentedRun): readonly string[] {
  const { title, sentence, nextStep, freshness, operationLabel, askedBy, progress } = presented;
  const reason = presented.reason === null ? [] : Object.values(presented.reason);
  return [
    title,
    sentence,
    nextStep.text,
    freshness.text,
    operationLabel,
    askedBy,
    progress ?? "-",
    ...reason,
  ];
}

function sentenceAfter(trigger: "never_started" | "went_silent"): string {
  const reconciliation = sampleRecord({ decision: "failed", reason: trigger, trigger });
  return presentRun(completedRun("failed", { reconciliation }), viewer).sentence;
}

describe("any run", () => {
  test("is presented in words, and without what only a programmer reads", () => {
    fc.assert(
      fc.property(anyRun, anyViewer, (run, viewer) => {
        const presented = presentRun(run, viewer);
        for (const text of textsOf(presented)) {
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/undefined|null|NaN|\[object|\n|\.\.|Invalid/);
          expect(text).not.toContain(SECRET);
        }
        expect(presented.sentence).toMatch(/^[A-Z].*[.…]$/);
        expect(NEXT_STEP_ACTIONS).toContain(presented.nextStep.action);
        expect(presented.freshness.since).toBeInstanceOf(Date);
      }),
      { numRuns: 2_000 },
    );
  });

  test("that needs a person is never called safe to start again", () => {
    fc.assert(
      fc.property(anyRun, anyViewer, (run, viewer) => {
        const { sentence, nextStep, reason } = presentRun(run, viewer);
        const texts = [sentence, nextStep.text, reason?.nextStep ?? ""].join(" ");
        expect(texts.includes("safe to start") && run.outcome !== "failed").toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(RUN_OUTCOMES)(
    "that was reconciled as %s is never told as its worker's report",
    (outcome) => {
      const believed =
        outcome === "attention_required" ? "" : "established by looking at the truth";
      for (const trigger of RECONCILIATION_TRIGGERS) {
        for (const reason of LIBRARY_REASONS.filter((code) => code !== "resolved_without_detail")) {
          const reconciliation = sampleRecord({ decision: outcome, trigger, reason });
          const { sentence } = presentRun(completedRun(outcome, { reconciliation }), viewer);
          expect(sentence).not.toMatch(/worker reported that/);
          expect(sentence).toContain(believed);
        }
      }
    },
  );
});

describe("a run under way", () => {
  test("waits, and says since when", () => {
    const presented = presentRun(sampleRun({ queuedAt: new Date(NOW.getTime() - 30_000) }), viewer);
    expect(presented.title).toBe("Environment review: waiting");
    expect(presented.sentence).toBe(
      "It has been waiting for a worker for less than a minute. It has not started yet.",
    );
    expect(presented.nextStep.action).toBe("wait");
  });

  test("that waits too long may be looked at now", () => {
    const presented = presentRun(sampleRun(), viewer);
    expect(presented.sentence).toContain("longer than it should take");
    expect(presented.nextStep).toEqual({
      text: "You can have the truth about it looked at now.",
      action: "check_now",
    });
  });

  test("that was not handed over yet says so", () => {
    const { sentence } = presentRun(sampleRun({ context: {} }), viewer);
    expect(sentence).toContain("to be handed over to the queue");
  });

  test("says what it is doing and how far it is, without a claim that its worker lives", () => {
    const run = runningRun({ progress: { done: 3, total: 10, message: "reading policies" } });
    const presented = presentRun(run, viewer);
    expect(presented.title).toBe("Environment review: running");
    expect(presented.sentence).toBe(
      "The environment review is being composed. Progress so far: 3 of 10: reading policies.",
    );
    expect(presented.freshness).toEqual({
      text: "Started 5 minutes ago. Last report: 3 of 10: reading policies.",
      since: minutesAgo(5),
    });
  });

  test("that is to be cancelled says so", () => {
    const presented = presentRun(runningRun({ cancelRequestedAt: minutesAgo(1) }), viewer);
    expect(presented.title).toBe("Environment review: being cancelled");
    expect(presented.sentence).toContain("cancellation was asked for 1 minute ago");
    expect(presented.nextStep.action).toBe("wait");
  });

  test("whose worker is gone does not claim that the work goes on", () => {
    const ownerless = presentRun(runningRun({ ownerId: null }), viewer).sentence;
    expect(ownerless).toContain("No worker is at work on it at the moment.");
    const woken = presentRun(runningRun({ dueAt: minutesAgo(1) }), viewer).sentence;
    expect(woken).not.toContain("is being composed");
  });
});

describe("a run that its worker ended", () => {
  test("is told as the worker's report and points at its result", () => {
    const run = completedRun("succeeded", { reason: "finished_by_handler", related: RELATED });
    const presented = presentRun(run, sampleViewer({ artifact: PRESENT }));
    expect(presented.title).toBe("Environment review: succeeded");
    expect(presented.sentence).toBe("The worker did the work and reported that it succeeded.");
    expect(presented.nextStep).toEqual({
      text: "Open the environment review.",
      action: "open_artifact",
    });
  });

  test("with a reason of its operation is told in the operation's words", () => {
    const run = completedRun("partially_succeeded", { reason: "coverage_partial" });
    const presented = presentRun(run, sampleViewer({ artifact: PRESENT }));
    expect(presented.sentence).toBe(
      "The worker reported that a part was done and the rest was not. The review is there, but some types could not be read.",
    );
    expect(presented.nextStep.text).toBe("Open the review and look at its coverage.");
  });

  test("whose result is gone or foreign offers nothing to open", () => {
    const run = completedRun("succeeded", { related: RELATED });
    const gone = presentRun(run, sampleViewer({ artifact: { kind: "gone", ref: RELATED } }));
    expect(gone.sentence).toContain("not there any more");
    expect(gone.nextStep.action).toBe("none");
    const hidden = presentRun(run, sampleViewer({ artifact: { kind: "hidden" } }));
    expect(hidden.nextStep.action).toBe("none");
    expect(JSON.stringify(hidden)).not.toContain(RELATED.id);
  });

  test("as failed says that nothing was produced and that it is safe to start it again", () => {
    const run = completedRun("failed", { reason: "handler_reported_failure" });
    const presented = presentRun(run, viewer);
    expect(presented.sentence).toContain("Nothing was produced.");
    expect(presented.nextStep).toEqual({
      text: "It is safe to start it again.",
      action: "start_again",
    });
  });

  test("as blocked asks for a grant", () => {
    const run = completedRun("blocked", { reason: "handler_reported_failure" });
    expect(presentRun(run, viewer).nextStep.action).toBe("grant");
  });

  test("by a cancellation before it started says that nothing was produced", () => {
    const context = { reason: "cancelled_before_start" };
    const run = completedRun("cancelled", context, { attempt: 0, startedAt: null });
    expect(presentRun(run, viewer).sentence).toContain("Nothing was produced.");
  });
});

describe("a run that was reconciled", () => {
  test("says that its worker went silent but its review is there", () => {
    const run = completedRun("succeeded", { reconciliation: sampleRecord() });
    const presented = presentRun(run, sampleViewer({ artifact: PRESENT }));
    expect(presented.sentence).toBe(
      "The worker went silent, but the environment review it was making is there and complete. This was established by looking at the truth, not taken from a worker's report.",
    );
    expect(presented.nextStep.action).toBe("open_artifact");
    expect(presented.freshness.text).toBe("Outcome established 1 minute ago.");
  });

  test("does not claim that a result is there which is gone by now", () => {
    const run = completedRun("succeeded", { reconciliation: sampleRecord() });
    const artifact = { kind: "gone", ref: RELATED } as const;
    const { sentence } = presentRun(run, sampleViewer({ artifact }));
    expect(sentence).not.toContain("is there and complete");
    expect(sentence).toContain("The result is not there any more.");
  });

  test("keeps what was recorded before, and announces one more look", () => {
    const previous = { status: "completed", outcome: "failed" } as const;
    const reconciliation = sampleRecord({ trigger: "truth_window", previous });
    const dueAt = new Date(NOW.getTime() + 300_000);
    const presented = presentRun(completedRun("succeeded", { reconciliation }, { dueAt }), viewer);
    expect(presented.sentence).toContain("Before that it was recorded as: failed.");
    expect(presented.freshness.text).toContain("looked at once more in 5 minutes");
  });

  test("tells one that never started apart from one that went silent", () => {
    expect(sentenceAfter("never_started")).toMatch(
      /^No worker was seen to start it, and nothing was produced\./,
    );
    expect(sentenceAfter("went_silent")).toMatch(
      /^The worker went silent, and nothing was produced\./,
    );
  });

  test("by hand says so, and not that the truth was looked at", () => {
    const changes = {
      adapter: "operator",
      reason: "resolved_by_operator",
      trigger: "operator",
    } as const;
    const run = completedRun("succeeded", { reconciliation: sampleRecord(changes) });
    expect(presentRun(run, viewer).sentence).toBe(
      "A person settled this run by hand as: succeeded.",
    );
  });

  test("without an adapter rests on the record alone", () => {
    const changes = { adapter: "none", decision: "failed", reason: "never_started" } as const;
    const reconciliation = sampleRecord({ ...changes, trigger: "never_started" });
    const { sentence } = presentRun(completedRun("failed", { reconciliation }), viewer);
    expect(sentence).toContain("This follows from the record of the run itself");
  });

  test("and could not be decided says what a person should look at", () => {
    const reconciliation = sampleRecord({ decision: "attention_required", reason: "ambiguous" });
    const presented = presentRun(completedRun("attention_required", { reconciliation }), viewer);
    expect(presented.sentence).toContain("Several results could belong to this run");
    expect(presented.nextStep.action).toBe("resolve");
    const broken = sampleRecord({ decision: "attention_required", reason: "adapter_timed_out" });
    const again = presentRun(
      completedRun("attention_required", { reconciliation: broken }),
      viewer,
    );
    expect(again.nextStep.action).toBe("check_now");
  });
});

describe("a viewer", () => {
  test("of a process that does not know the operation reads so, and is offered no start", () => {
    const presented = presentRun(completedRun("failed"), sampleViewer({ operation: null }));
    expect(presented.title).toBe("Unknown operation: failed");
    expect(presented.nextStep.action).toBe("none");
  });

  test("learns that there is a detail, and whether they may ask for it", () => {
    const failure = { name: "Error", message: SECRET, stack: null, attempt: 1 };
    const run = completedRun("failed", {}, { failure });
    expect(presentRun(run, viewer).failureDetail).toBe("withheld");
    expect(presentRun(run, sampleViewer({ maySeeDetail: true })).failureDetail).toBe("available");
    expect(presentRun(completedRun("failed"), viewer).failureDetail).toBe("none");
  });
});
