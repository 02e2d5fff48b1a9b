import { expect, test } from "vitest";
import { WEBHOOK_EVENT_TYPES } from "../ports/webhook.ts";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { messageTypesOf } from "./message-types-of.ts";

const QUEUED = { status: "queued", outcome: null, attempt: 0 } as const;
const RUNNING = { status: "running", outcome: null, attempt: 1 } as const;

test("creation and the first beginning are told once", () => {
  expect(messageTypesOf({ kind: "created", from: null, to: QUEUED })).toEqual([
    "operation_run.created",
  ]);
  expect(messageTypesOf({ kind: "begun", from: QUEUED, to: RUNNING })).toEqual([
    "operation_run.started",
  ]);
  const again = { ...RUNNING, attempt: 2 };
  expect(messageTypesOf({ kind: "begun", from: RUNNING, to: again })).toEqual([]);
});

test.each(RUN_OUTCOMES)("%s is told by whatever way a run comes to it", (outcome) => {
  const to = { status: "completed", outcome, attempt: 1 } as const;
  const type = `operation_run.${outcome}`;
  expect(WEBHOOK_EVENT_TYPES).toContain(type);
  expect(messageTypesOf({ kind: "finished", from: RUNNING, to })).toEqual([type]);
  expect(messageTypesOf({ kind: "reconciled", from: RUNNING, to })).toEqual([
    type,
    "operation_run.reconciled",
  ]);
});

test("a reconciliation that leaves the outcome as it is tells no outcome", () => {
  const failed = { status: "completed", outcome: "failed", attempt: 1 } as const;
  expect(messageTypesOf({ kind: "reconciled", from: failed, to: failed })).toEqual([
    "operation_run.reconciled",
  ]);
});
