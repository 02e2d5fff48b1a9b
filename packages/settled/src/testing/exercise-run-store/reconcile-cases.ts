import assert from "node:assert/strict";
import { type OperationRun, RUN_OUTCOMES, type RunOutcome } from "../../run/operation-run.ts";
import { asWorkspaceId } from "../../run/scope.ts";
import {
  attemptOf,
  completedRun,
  decided,
  LONG_MS,
  queuedRun,
  reconcile,
  recordOf,
  runningRun,
  SWEEPER,
  WORKER,
} from "./exam-runs.ts";
import {
  expectDueAfter,
  expectNear,
  expectRefused,
  expectUnknown,
  expectWritten,
  lastEventOf,
  standingOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const DATED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const FAILURE = { name: "Error", message: "It broke.", stack: null, attempt: 1 };
const TURNABLE = RUN_OUTCOMES.filter((outcome) => outcome !== "succeeded");

function settle(
  world: RunStoreWorld,
  seen: OperationRun,
  decision: RunOutcome,
  dueAfterMs: number | null = null,
) {
  return world.writer.reconcileRun(seen, decided(seen, decision, dueAfterMs), SWEEPER);
}

export const RECONCILE_CASES: RunStoreCases = {
  "a run that went silent is settled by what is true, and who decided is kept": async (world) => {
    const before = await runningRun(world);
    const run = await reconcile(world, before, "succeeded");
    assert.equal(run.status, "completed");
    assert.equal(run.outcome, "succeeded");
    assert.deepEqual([run.ownerId, run.dueAt], [null, null]);
    const { decided_at: decidedAt, ...record } = run.context.reconciliation ?? assert.fail();
    assert.deepEqual(record, recordOf(before, "succeeded"));
    assert.deepEqual(record.previous, { status: "running", outcome: null });
    assert.match(decidedAt, DATED);
    const { at } = await lastEventOf(world, run);
    expectNear(new Date(decidedAt), at.getTime());
    expectNear(run.completedAt, at.getTime());
  },

  "the timeline tells why a run was settled, by whom, and what was looked at": async (world) => {
    const run = await reconcile(world, await runningRun(world), "failed");
    const { actor, detail } = await lastEventOf(world, run);
    assert.deepEqual(actor, SWEEPER);
    assert.deepEqual(detail, {
      looked: 1,
      reason: "exam_failed",
      trigger: "went_silent",
      adapter: "exam-artifact",
    });
  },

  "a run that never began is settled too": async (world) => {
    const run = await reconcile(world, await queuedRun(world), "failed");
    const { previous } = run.context.reconciliation ?? assert.fail();
    assert.deepEqual(previous, { status: "queued", outcome: null });
    assert.equal(run.startedAt, null);
    assert.ok(run.completedAt !== null);
  },

  "a settled run may be looked at again, or never": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "reconciled" }, () =>
      settle(world, before, "failed", 10_000),
    );
    await expectDueAfter(world, run, 10_000);
    assert.equal((await reconcile(world, run, "succeeded")).dueAt, null);
  },

  "a decision about an older version is refused": async (world) => {
    const seen = await runningRun(world);
    const run = await expectWritten({ world, before: seen, event: null }, () =>
      world.writer.recordProgress(attemptOf(seen), { done: 1, total: null, message: null }),
    );
    await expectRefused(world, run, () => settle(world, seen, "failed"));
  },

  "a decision that names another workspace finds nothing": async (world) => {
    const run = await runningRun(world);
    const foreign = { ...run, workspaceId: asWorkspaceId(`${run.workspaceId}-b`) };
    await expectUnknown(world, run, () => settle(world, foreign, "failed"));
  },

  "success is final, whatever is decided later": async (world) => {
    const run = await completedRun(world, "succeeded");
    for (const outcome of RUN_OUTCOMES) {
      await expectRefused(world, run, () => settle(world, run, outcome));
    }
  },

  "success by reconciliation is final too": async (world) => {
    const run = await reconcile(world, await runningRun(world), "succeeded");
    for (const outcome of RUN_OUTCOMES) {
      await expectRefused(world, run, () => settle(world, run, outcome));
    }
  },

  "every other outcome may be turned by what is true": async (world) => {
    for (const outcome of TURNABLE) {
      const before = await completedRun(world, outcome);
      const run = await reconcile(world, before, "succeeded");
      assert.equal(run.outcome, "succeeded");
      const { previous } = run.context.reconciliation ?? assert.fail();
      assert.deepEqual(previous, { status: "completed", outcome });
    }
  },

  "the same decision a second time changes nothing": async (world) => {
    for (const outcome of TURNABLE) {
      const run = await reconcile(world, await runningRun(world), outcome);
      await expectRefused(world, run, () => settle(world, run, outcome));
    }
  },

  "what was reported first is kept over two reconciliations": async (world) => {
    const reported = await completedRun(world, "failed");
    const first = await reconcile(world, reported, "attention_required");
    const second = await reconcile(world, first, "succeeded");
    const expected = { status: "completed", outcome: "failed" };
    assert.deepEqual(first.context.reconciliation?.previous, expected);
    assert.deepEqual(second.context.reconciliation?.previous, expected);
    const third = await standingOf(world, second);
    assert.deepEqual(third.context.reconciliation?.previous, expected);
  },

  "a decision that would rewrite what was reported first does not get its way": async (world) => {
    const reported = await completedRun(world, "failed");
    const first = await reconcile(world, reported, "attention_required");
    const write = decided(first, "succeeded");
    const previous = { status: "completed", outcome: "attention_required" } as const;
    const rewrite = { ...write, record: { ...write.record, previous } };
    await world.writer.reconcileRun(first, rewrite, SWEEPER).catch(() => undefined);
    const { context } = await standingOf(world, first);
    const expected = { status: "completed", outcome: "failed" };
    assert.deepEqual(context.reconciliation?.previous, expected);
  },

  "turning an outcome keeps the error, the end and names that this release does not know": async (
    world,
  ) => {
    const context = { later_release: [1] };
    const running = await runningRun(world, { context });
    const write = { outcome: "failed", context: { reason: "exam_broke" }, summary: { seen: 1 } };
    const before = await expectWritten({ world, before: running, event: "finished" }, () =>
      world.writer.finishRun(
        attemptOf(running),
        { ...write, outcome: "failed", failure: FAILURE },
        WORKER,
      ),
    );
    await world.advance(1_000);
    const run = await reconcile(world, before, "succeeded");
    assert.deepEqual(run.failure, FAILURE);
    assert.deepEqual(run.completedAt, before.completedAt);
    assert.deepEqual(run.summary, { seen: 1 });
    const { reconciliation: _, ...rest } = run.context;
    assert.deepEqual(rest, { ...context, reason: "exam_broke" });
  },

  "a decision that counts anew replaces the counts": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "reconciled" }, () =>
      world.writer.reconcileRun(
        before,
        { ...decided(before, "partially_succeeded", LONG_MS), summary: { written: 3 } },
        SWEEPER,
      ),
    );
    assert.deepEqual(run.summary, { written: 3 });
  },

  "a settled run is no longer its worker's": async (world) => {
    const before = await runningRun(world);
    const run = await reconcile(world, before, "failed");
    const late = { outcome: "succeeded", context: {}, summary: null, failure: null } as const;
    await expectRefused(world, run, () => world.writer.finishRun(attemptOf(before), late, WORKER));
    assert.deepEqual(await world.reader.listOwnedRuns(attemptOf(before).ownerId), []);
  },
};
