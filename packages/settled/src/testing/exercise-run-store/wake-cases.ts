import assert from "node:assert/strict";
import type { OperationRun } from "../../run/operation-run.ts";
import { asWorkspaceId } from "../../run/scope.ts";
import {
  completedRun,
  LONG_MS,
  newRunId,
  queuedRun,
  reconcile,
  runningRun,
  WORKER,
} from "./exam-runs.ts";
import {
  expectDueAfter,
  expectRefused,
  expectUnknown,
  expectWritten,
  lastEventOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

function lateReport(world: RunStoreWorld, run: OperationRun, wake = true) {
  const detail = { outcome: "succeeded", attempt: 1 };
  return world.writer.recordEvent(run, { kind: "late_report", detail, wake, actor: WORKER });
}

export const WAKE_CASES: RunStoreCases = {
  "the next look at a run can be moved, without a line in the timeline": async (world) => {
    const before = await queuedRun(world, { dueAfterMs: 0 });
    const run = await expectWritten({ world, before, event: null }, () =>
      world.writer.postponeRun(before, 60_000),
    );
    const { dueAt, version } = run;
    assert.deepEqual(run, { ...before, dueAt, version });
    const movedMs = (dueAt?.getTime() ?? 0) - (before.dueAt?.getTime() ?? 0);
    assert.ok(movedMs >= 60_000, `the next look moved ${movedMs} ms`);
  },

  "a run can be left alone for ever": async (world) => {
    const before = await completedRun(world, "failed");
    const run = await expectWritten({ world, before, event: null }, () =>
      world.writer.postponeRun(before, null),
    );
    assert.equal(run.dueAt, null);
  },

  "moving the next look by somebody who has seen an older version is refused": async (world) => {
    const seen = await queuedRun(world);
    const run = await expectWritten({ world, before: seen, event: null }, () =>
      world.writer.postponeRun(seen, LONG_MS),
    );
    await expectRefused(world, run, () => world.writer.postponeRun(seen, 0));
    const foreign = { ...run, workspaceId: asWorkspaceId(`${run.workspaceId}-b`) };
    await expectUnknown(world, run, () => world.writer.postponeRun(foreign, 0));
  },

  "a late report about a run that was settled as failed makes it due at once": async (world) => {
    const before = await reconcile(world, await runningRun(world), "failed");
    assert.equal(before.dueAt, null);
    const run = await expectWritten({ world, before, event: "late_report" }, () =>
      lateReport(world, before),
    );
    await expectDueAfter(world, run, 0);
    const { detail, actor } = await lastEventOf(world, run);
    assert.deepEqual(detail, { outcome: "succeeded", attempt: 1 });
    assert.deepEqual(actor, WORKER);
    assert.equal(await world.reader.lastEventKind(run), "late_report");
    const due = await world.writer.claimDueRuns({
      operationTypes: [run.operationType],
      limit: 10,
      leaseMs: LONG_MS,
    });
    assert.deepEqual(
      due.map(({ id }) => id),
      [run.id],
    );
  },

  "a late report about a success is kept and wakes nobody": async (world) => {
    const before = await completedRun(world, "succeeded");
    const run = await expectWritten({ world, before, event: "late_report" }, () =>
      lateReport(world, before),
    );
    assert.equal(run.dueAt, null);
  },

  "a late report that shall not wake leaves the next look where it was": async (world) => {
    const before = await completedRun(world, "failed");
    const run = await expectWritten({ world, before, event: "late_report" }, () =>
      lateReport(world, before, false),
    );
    assert.equal(run.dueAt, null);
  },

  "an ignored delivery is a line in the timeline and moves nothing": async (world) => {
    const before = await runningRun(world);
    const detail = { because: "already_running" };
    const run = await expectWritten({ world, before, event: "delivery_ignored" }, () =>
      world.writer.recordEvent(before, {
        kind: "delivery_ignored",
        detail,
        wake: false,
        actor: WORKER,
      }),
    );
    assert.deepEqual(run, { ...before, version: run.version });
    assert.deepEqual((await lastEventOf(world, run)).detail, detail);
  },

  "a report about a run that does not exist there is refused": async (world) => {
    const run = await completedRun(world, "failed");
    const foreign = { ...run, workspaceId: asWorkspaceId(`${run.workspaceId}-b`) };
    await expectUnknown(world, run, () => lateReport(world, foreign));
    await expectUnknown(world, run, () => lateReport(world, { ...run, id: newRunId() }));
  },
};
