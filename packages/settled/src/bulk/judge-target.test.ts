import { expect, test } from "vitest";
import {
  RELATED,
  completedRun,
  runningRun,
  sampleOperation,
  sampleRun,
} from "../present/sample-run.test-kit.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { BULK_OPERATION, type BulkOrder } from "./bulk-order.ts";
import { judgeTarget } from "./judge-target.ts";

const operation = sampleOperation();
const because = "x";
const CANCEL: BulkOrder = { action: "cancel", because };
const RERUN: BulkOrder = { action: "rerun", because };
const RECONCILE: BulkOrder = { action: "reconcile", because };
const FAILED: BulkOrder = { action: "resolve", because, outcome: "failed", related: null };
const SUCCEEDED: BulkOrder = { ...FAILED, outcome: "succeeded" };

const wished = runningRun({ cancelRequestedAt: new Date(0) });

test.each<readonly [string, BulkOrder, OperationRun, string]>([
  ["a queued run", CANCEL, sampleRun(), "taken"],
  ["a running run", CANCEL, runningRun(), "taken"],
  ["a run that was asked to stop", CANCEL, wished, "already_requested"],
  ["a run that is over", CANCEL, completedRun("failed"), "already_over"],
  ["a run that is over", RERUN, completedRun("succeeded"), "taken"],
  ["a running run", RERUN, runningRun(), "not_settled"],
  ["a run that failed", RECONCILE, completedRun("failed"), "taken"],
  ["a success", RECONCILE, completedRun("succeeded"), "final"],
  ["a run that is blocked", FAILED, completedRun("blocked"), "taken"],
  ["a run that failed", FAILED, completedRun("failed"), "final"],
  ["a success", FAILED, completedRun("succeeded"), "final"],
  ["a success without its artifact", SUCCEEDED, completedRun("failed"), "artifact_not_named"],
])("%s is judged by what is to be done to it: %o", (_words, order, run, verdict) => {
  expect(judgeTarget(order, { run, operation, ownerMayLive: false })).toBe(verdict);
});

test("a success that names its artifact can be settled by hand", () => {
  const order: BulkOrder = { ...FAILED, outcome: "succeeded", related: RELATED };
  const run = completedRun("failed");
  expect(judgeTarget(order, { run, operation, ownerMayLive: false })).toBe("taken");
});

test.each([CANCEL, RERUN, RECONCILE, FAILED])("no action on many is a target of %o", (order) => {
  const run = sampleRun({ operationType: BULK_OPERATION });
  expect(judgeTarget(order, { run, operation, ownerMayLive: false })).toBe("bulk_run");
});

test("what its own worker may still end is left to it", () => {
  const seen = { run: runningRun(), operation, ownerMayLive: true };
  expect(judgeTarget(FAILED, seen)).toBe("owner_may_live");
  expect(judgeTarget(RECONCILE, seen)).toBe("owner_may_live");
  expect(judgeTarget(CANCEL, seen)).toBe("taken");
});

test("a run of an operation that is not known here is neither rerun nor judged", () => {
  const seen = { run: completedRun("failed"), operation: null, ownerMayLive: false };
  expect(judgeTarget(RERUN, seen)).toBe("operation_not_known");
  expect(judgeTarget(RECONCILE, seen)).toBe("operation_not_known");
  expect(judgeTarget(FAILED, { ...seen, run: completedRun("blocked") })).toBe("taken");
});
