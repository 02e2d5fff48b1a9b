import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { AttemptRef } from "../../ports/run-writer.ts";
import { attemptOf, begin, completedRun, queuedRun, runningRun, WORKER } from "./exam-runs.ts";
import {
  expectDueAfter,
  expectRefused,
  expectUnknown,
  expectWritten,
  lastEventOf,
  standingOf,
} from "./expect-writes.ts";
import { asWorkspaceId } from "../../run/scope.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const HALF_WAY = { done: 5, total: 10, message: "half way" };
const FAILURE = { name: "Error", message: "The tenant did not answer.", stack: null, attempt: 1 };

function progress(world: RunStoreWorld, attempt: AttemptRef) {
  return world.writer.recordProgress(attempt, HALF_WAY);
}

function end(world: RunStoreWorld, attempt: AttemptRef, failure: typeof FAILURE | null = FAILURE) {
  const detail = { because: "handler_failed" };
  const options = { failure, detail, dueAfterMs: 5_000, actor: WORKER };
  return world.writer.endAttempt(attempt, options);
}

/** A run that a second worker has taken over from a dead one, and the first one's attempt. */
async function takenOverRun(world: RunStoreWorld) {
  const first = await runningRun(world);
  await world.killLease(attemptOf(first).ownerId);
  return { run: await begin(world, first), old: attemptOf(first) };
}

export const ATTEMPT_CASES: RunStoreCases = {
  "progress is shown and leaves no line in the timeline": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: null }, () =>
      progress(world, attemptOf(before)),
    );
    assert.deepEqual(run, { ...before, progress: HALF_WAY, version: run.version });
  },

  "progress of an attempt that lost the run is refused": async (world) => {
    const { run, old } = await takenOverRun(world);
    await expectRefused(world, run, () => progress(world, old));
    await expectRefused(world, run, () => progress(world, attemptOf(run, { attempt: 1 })));
  },

  "progress of another worker is refused": async (world) => {
    const run = await runningRun(world);
    await expectRefused(world, run, () =>
      progress(world, attemptOf(run, { ownerId: randomUUID() })),
    );
  },

  "progress of a run that waits or has ended is refused": async (world) => {
    const queued = await queuedRun(world);
    await expectRefused(world, queued, () => progress(world, attemptOf(queued)));
    const running = await runningRun(world);
    const finishing = { outcome: "failed", context: {}, summary: null, failure: null } as const;
    const ended = await expectWritten({ world, before: running, event: "finished" }, () =>
      world.writer.finishRun(attemptOf(running), finishing, WORKER),
    );
    await expectRefused(world, ended, () => progress(world, attemptOf(running)));
  },

  "an attempt of another workspace writes nothing": async (world) => {
    const run = await runningRun(world);
    const foreign = attemptOf(run, { workspaceId: asWorkspaceId(`${run.workspaceId}-b`) });
    await expectUnknown(world, run, () => progress(world, foreign));
    await expectUnknown(world, run, () => end(world, foreign));
  },

  "a guard by the owning attempt makes every judgement in flight void": async (world) => {
    const { transaction } = world;
    if (transaction === undefined) return;
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: null }, () =>
      transaction.transaction((tx) => world.writer.guardRun(attemptOf(before), tx)),
    );
    assert.deepEqual(run, { ...before, version: run.version });
    await expectRefused(world, run, () => world.writer.postponeRun(before, null));
  },

  "a guard by an attempt that lost the run is refused": async (world) => {
    const { transaction } = world;
    if (transaction === undefined) return;
    const { run, old } = await takenOverRun(world);
    const guard = (attempt: AttemptRef) => () =>
      transaction.transaction((tx) => world.writer.guardRun(attempt, tx));
    await expectRefused(world, run, guard(old));
    await expectRefused(world, run, guard(attemptOf(run, { ownerId: randomUUID() })));
    const ended = await completedRun(world, "succeeded");
    await expectRefused(world, ended, guard(attemptOf(ended)));
  },

  "a guard in a transaction that is rolled back leaves the run as it was": async (world) => {
    const { transaction } = world;
    if (transaction === undefined) return;
    const run = await runningRun(world);
    const failing = transaction.transaction(async (tx) => {
      await world.writer.guardRun(attemptOf(run), tx);
      throw new Error("The artifact could not be written.");
    });
    await assert.rejects(failing, /could not be written/);
    assert.deepEqual(await standingOf(world, run), run);
  },

  "an attempt that ends without finishing gives the run up and leaves its error": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "attempt_ended" }, () =>
      end(world, attemptOf(before)),
    );
    assert.equal(run.status, "running");
    assert.equal(run.ownerId, null);
    assert.deepEqual(run.failure, FAILURE);
    assert.equal(await world.reader.ownerMayLive(run), false);
    const { detail } = await lastEventOf(world, run);
    assert.deepEqual(detail, { because: "handler_failed" });
    await expectDueAfter(world, run, 5_000);
  },

  "an attempt that ends without an error keeps the error of the one before": async (world) => {
    const first = await runningRun(world);
    const failed = await expectWritten({ world, before: first, event: "attempt_ended" }, () =>
      end(world, attemptOf(first)),
    );
    const before = await begin(world, failed);
    assert.deepEqual(before.failure, FAILURE);
    const run = await expectWritten({ world, before, event: "attempt_ended" }, () =>
      end(world, attemptOf(before), null),
    );
    assert.deepEqual(run.failure, FAILURE);
  },

  "the end of an attempt that lost the run is refused": async (world) => {
    const { run, old } = await takenOverRun(world);
    await expectRefused(world, run, () => end(world, old));
    await expectRefused(world, run, () => end(world, attemptOf(run, { attempt: 1 })));
    await expectRefused(world, run, () => end(world, attemptOf(run, { ownerId: old.ownerId })));
  },

  "an attempt ends once": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "attempt_ended" }, () =>
      end(world, attemptOf(before)),
    );
    await expectRefused(world, run, () => end(world, attemptOf(before)));
  },

  "what a worker owns is listed, with the wish to cancel": async (world) => {
    const ownerId = await world.newLease();
    const one = await begin(world, await queuedRun(world), { ownerId });
    const two = await begin(world, await queuedRun(world), { ownerId });
    await runningRun(world);
    await expectWritten({ world, before: two, event: "cancel_requested" }, () =>
      world.writer.requestCancel(two, {}, WORKER),
    );
    await expectWritten({ world, before: one, event: "attempt_ended" }, () =>
      end(world, attemptOf(one)),
    );
    assert.deepEqual(await world.reader.listOwnedRuns(ownerId), [
      { workspaceId: two.workspaceId, id: two.id, attempt: 1, cancelRequested: true },
    ]);
  },
};
