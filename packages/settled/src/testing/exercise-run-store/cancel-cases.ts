import assert from "node:assert/strict";
import { asWorkspaceId } from "../../run/scope.ts";
import { ADA, completedRun, LONG_MS, queuedRun, runningRun } from "./exam-runs.ts";
import {
  expectNear,
  expectRefused,
  expectUnknown,
  expectWritten,
  lastEventOf,
} from "./expect-writes.ts";
import type { RunStoreCases } from "./run-store-world.ts";

const REASON = "cancelled_before_start";

export const CANCEL_CASES: RunStoreCases = {
  "a run that waits is cancelled at once, with the reason, and never due again": async (world) => {
    const before = await queuedRun(world, { context: { later_release: 1 } });
    const run = await expectWritten({ world, before, event: "cancelled" }, () =>
      world.writer.cancelRun(before, { reason: REASON, detail: { because: "no need" } }, ADA),
    );
    assert.equal(run.outcome, "cancelled");
    assert.deepEqual(run.context, { later_release: 1, reason: REASON });
    assert.deepEqual([run.dueAt, run.startedAt, run.ownerId], [null, null, null]);
    const { at, actor, detail } = await lastEventOf(world, run);
    expectNear(run.completedAt, at.getTime());
    assert.deepEqual([actor, detail], [ADA, { because: "no need", reason: REASON }]);
  },

  "a run that has begun is not cancelled at once": async (world) => {
    const run = await runningRun(world);
    await expectRefused(world, run, () =>
      world.writer.cancelRun(run, { reason: REASON, detail: {} }, ADA),
    );
  },

  "a run that has ended is not cancelled": async (world) => {
    for (const outcome of ["succeeded", "failed", "cancelled"] as const) {
      const run = await completedRun(world, outcome);
      await expectRefused(world, run, () =>
        world.writer.cancelRun(run, { reason: REASON, detail: {} }, ADA),
      );
    }
  },

  "a cancellation by somebody who has seen an older version is refused": async (world) => {
    const seen = await queuedRun(world);
    const run = await expectWritten({ world, before: seen, event: null }, () =>
      world.writer.postponeRun(seen, LONG_MS),
    );
    await expectRefused(world, run, () =>
      world.writer.cancelRun(seen, { reason: REASON, detail: {} }, ADA),
    );
  },

  "the wish to cancel a running run is noted once and does not move its next look": async (
    world,
  ) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "cancel_requested" }, () =>
      world.writer.requestCancel(before, { because: "no need" }, ADA),
    );
    const { at, actor, detail } = await lastEventOf(world, run);
    expectNear(run.cancelRequestedAt, at.getTime());
    assert.deepEqual([actor, detail], [ADA, { because: "no need" }]);
    const { cancelRequestedAt, version } = run;
    assert.deepEqual(run, { ...before, cancelRequestedAt, version });
    await expectRefused(world, run, () => world.writer.requestCancel(run, {}, ADA));
  },

  "the wish to cancel a run that waits or has ended is refused": async (world) => {
    const queued = await queuedRun(world);
    await expectRefused(world, queued, () => world.writer.requestCancel(queued, {}, ADA));
    const ended = await completedRun(world, "failed");
    await expectRefused(world, ended, () => world.writer.requestCancel(ended, {}, ADA));
  },

  "the wish to cancel by somebody who has seen an older version is refused": async (world) => {
    const seen = await runningRun(world);
    const run = await expectWritten({ world, before: seen, event: null }, () =>
      world.writer.postponeRun(seen, LONG_MS),
    );
    await expectRefused(world, run, () => world.writer.requestCancel(seen, {}, ADA));
  },

  "a cancellation that names another workspace finds nothing": async (world) => {
    const queued = await queuedRun(world);
    const elsewhere = asWorkspaceId(`${queued.workspaceId}-b`);
    const foreign = { ...queued, workspaceId: elsewhere };
    await expectUnknown(world, queued, () =>
      world.writer.cancelRun(foreign, { reason: REASON, detail: {} }, ADA),
    );
    const running = await runningRun(world);
    const other = { ...running, workspaceId: elsewhere };
    await expectUnknown(world, running, () => world.writer.requestCancel(other, {}, ADA));
  },
};
