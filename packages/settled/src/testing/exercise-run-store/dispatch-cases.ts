import assert from "node:assert/strict";
import type { OperationRun } from "../../run/operation-run.ts";
import {
  begin,
  completedRun,
  dispatchOf,
  LONG_MS,
  queuedRun,
  runningRun,
  SWEEPER,
} from "./exam-runs.ts";
import {
  expectDueAfter,
  expectNear,
  expectRefused,
  expectWritten,
  lastEventOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const DATED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function dispatch(world: RunStoreWorld, seen: OperationRun, dueAfterMs = LONG_MS) {
  const options = { kind: "dispatched", dueAfterMs, actor: SWEEPER } as const;
  return world.writer.recordDispatch(seen, dispatchOf(seen), options);
}

export const DISPATCH_CASES: RunStoreCases = {
  "a hand-over is recorded in exactly six words, dated by the store": async (world) => {
    const before = await queuedRun(world);
    const run = await expectWritten({ world, before, event: "dispatched" }, () =>
      dispatch(world, before, 45_000),
    );
    const { dispatched_at: dispatchedAt, ...given } = run.context.dispatch ?? assert.fail();
    assert.deepEqual(given, dispatchOf(before));
    assert.match(dispatchedAt, DATED);
    const { at } = await lastEventOf(world, run);
    expectNear(new Date(dispatchedAt), at.getTime());
    expectNear(run.queuedAt, at.getTime());
    await expectDueAfter(world, run, 45_000);
  },

  "a hand-over keeps everything else that is known about the run": async (world) => {
    const context = { trace: { traceparent: "00-1-2-01" }, later_release: [1] };
    const before = await queuedRun(world, { context });
    const run = await expectWritten({ world, before, event: "dispatched" }, () =>
      dispatch(world, before),
    );
    const { dispatch: _, ...rest } = run.context;
    assert.deepEqual(rest, context);
  },

  "a second hand-over replaces the first and is told as one": async (world) => {
    const queued = await queuedRun(world);
    const before = await expectWritten({ world, before: queued, event: "dispatched" }, () =>
      dispatch(world, queued),
    );
    const run = await expectWritten({ world, before, event: "redispatched" }, () =>
      world.writer.recordDispatch(
        before,
        { ...dispatchOf(before), queue: "exam-queue-2" },
        { kind: "redispatched", dueAfterMs: LONG_MS, actor: SWEEPER },
      ),
    );
    assert.equal(run.context.dispatch?.queue, "exam-queue-2");
    assert.deepEqual((await lastEventOf(world, run)).actor, SWEEPER);
  },

  "a hand-over by somebody who has seen an older version is refused": async (world) => {
    const seen = await queuedRun(world);
    const run = await expectWritten({ world, before: seen, event: "dispatched" }, () =>
      dispatch(world, seen),
    );
    await expectRefused(world, run, () => dispatch(world, seen));
  },

  "a hand-over of a run that has begun is refused": async (world) => {
    const run = await runningRun(world);
    await expectRefused(world, run, () => dispatch(world, run));
  },

  "a hand-over of a run that has ended is refused": async (world) => {
    const run = await completedRun(world, "failed");
    await expectRefused(world, run, () => dispatch(world, run));
  },

  "a hand-over in a transaction that is rolled back is not recorded": async (world) => {
    if (world.transaction === undefined) return;
    const run = await queuedRun(world);
    const failing = world.transaction.transaction(async (tx) => {
      const options = { kind: "dispatched", dueAfterMs: LONG_MS, actor: SWEEPER } as const;
      const answer = await world.writer.recordDispatch(run, dispatchOf(run), options, tx);
      assert.equal(answer.kind, "written");
      throw new Error("The engine refused the job.");
    });
    await assert.rejects(failing, /refused the job/);
    await begin(world, run);
  },
};
