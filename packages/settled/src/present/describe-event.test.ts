import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RUN_EVENT_KINDS, type RunEventKind } from "../run/run-event.ts";
import { anyEvent } from "./any-run.test-kit.ts";
import { describeEvent } from "./describe-event.ts";
import { sampleEvent, sampleOperation, SECRET } from "./sample-run.test-kit.ts";

const operation = sampleOperation();
const WORKER = { kind: "worker", id: "w", name: "Worker" } as const;
const SWEEPER = { kind: "sweeper", id: "sweeper", name: "Settled" } as const;

test("says of what an action on many runs did that it was part of it", () => {
  const detail = { because: "The disk was full.", bulk_run_id: crypto.randomUUID() };
  const event = sampleEvent({ kind: "cancelled", detail });
  expect(describeEvent(event, null)).toMatch(
    /Reason given: The disk was full\. It was part of an action on many runs\.$/,
  );
});

describe("a line of the timeline", () => {
  test("of every kind is a sentence of its own", () => {
    const sentences = RUN_EVENT_KINDS.map((kind) =>
      describeEvent(sampleEvent({ kind }), operation),
    );
    expect(new Set(sentences).size).toBe(RUN_EVENT_KINDS.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*Maria.*\.$|^Maria.*\.$/);
    }
  });

  test("never repeats what only a programmer reads", () => {
    fc.assert(
      fc.property(anyEvent, fc.boolean(), (event, known) => {
        const sentence = describeEvent(event, known ? operation : null);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/undefined|null|\[object|\n/);
        expect(sentence).not.toContain(SECRET);
      }),
    );
  });

  test("names who asked and for what", () => {
    expect(describeEvent(sampleEvent(), operation)).toBe("Maria asked for: environment review.");
    expect(describeEvent(sampleEvent(), null)).toContain("not known here");
  });

  test("says when a worker that ended on an error decided nothing by it", () => {
    const event = sampleEvent({
      kind: "attempt_ended",
      actor: WORKER,
      to: { status: "running", outcome: null, attempt: 2 },
      detail: { because: "handler_failed" },
    });
    expect(describeEvent(event, operation)).toBe(
      "The worker ended attempt 2 on an error; nothing is decided by that alone.",
    );
  });

  test("tells a decision by hand, with its reason, from a look at the truth", () => {
    const settled = {
      kind: "reconciled",
      to: { status: "completed", outcome: "failed", attempt: 1 },
    } as const;
    const byHand = sampleEvent({ ...settled, detail: { because: "I looked into the tenant" } });
    expect(describeEvent(byHand, operation)).toBe(
      "Maria settled it by hand as: failed. Reason given: I looked into the tenant.",
    );
    const looked = sampleEvent({ ...settled, actor: SWEEPER, detail: { adapter: "review" } });
    expect(describeEvent(looked, operation)).toBe(
      "Settled looked at the truth and settled it as: failed.",
    );
  });

  test("says why a person acted, where they gave a reason", () => {
    const detail = { because: "it was started by mistake" };
    const reason = "Reason given: it was started by mistake.";
    for (const kind of ["created", "cancelled", "cancel_requested"] as const) {
      expect(describeEvent(sampleEvent({ kind, detail }), operation)).toContain(`. ${reason}`);
      expect(describeEvent(sampleEvent({ kind }), operation)).not.toContain("Reason given");
    }
    const looked = sampleEvent({
      kind: "reconciled",
      to: { status: "completed", outcome: "failed", attempt: 1 },
      detail: { ...detail, adapter: "review" },
    });
    expect(describeEvent(looked, operation)).toBe(
      `Maria had it settled by a look at the truth as: failed. ${reason}`,
    );
  });

  test("says what a turned outcome was before", () => {
    const event = sampleEvent({
      kind: "reconciled",
      actor: SWEEPER,
      from: { status: "completed", outcome: "failed", attempt: 1 },
      to: { status: "completed", outcome: "succeeded", attempt: 1 },
    });
    expect(describeEvent(event, operation)).toContain("as: succeeded, and no longer as: failed.");
  });

  test("of a newer release still reads", () => {
    const kind = "beamed_up" as RunEventKind;
    expect(describeEvent(sampleEvent({ kind }), operation)).toBe("Maria made a note on the run.");
  });
});
