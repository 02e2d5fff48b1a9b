import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { OperationRun } from "../../run/operation-run.ts";
import {
  attemptOf,
  begin,
  completedRun,
  LONG_MS,
  queuedRun,
  runningRun,
  SWEEPER,
  WORKER,
} from "./exam-runs.ts";
import {
  eventsOf,
  expectDueAfter,
  expectNear,
  expectRefused,
  expectWritten,
  lastEventOf,
  standingOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

function tryBegin(world: RunStoreWorld, seen: OperationRun, ownerId: string) {
  return world.writer.beginRun(seen, { ownerId, dueAfterMs: LONG_MS, actor: WORKER });
}

async function endAttempt(world: RunStoreWorld, before: OperationRun): Promise<OperationRun> {
  const options = { failure: null, detail: {}, dueAfterMs: LONG_MS, actor: WORKER };
  return expectWritten({ world, before, event: "attempt_ended" }, () =>
    world.writer.endAttempt(attemptOf(before), options),
  );
}

export const BEGIN_CASES: RunStoreCases = {
  "a worker begins a queued run as its first attempt, for a limited time": async (world) => {
    const ownerId = await world.newLease();
    const run = await begin(world, await queuedRun(world), { ownerId, dueAfterMs: 120_000 });
    assert.equal(run.status, "running");
    assert.equal(run.attempt, 1);
    assert.equal(run.ownerId, ownerId);
    const { at, actor } = await lastEventOf(world, run);
    expectNear(run.startedAt, at.getTime());
    assert.deepEqual(actor, WORKER);
    await expectDueAfter(world, run, 120_000);
    assert.equal(await world.reader.ownerMayLive(run), true);
  },

  "a worker whose lease is over begins nothing": async (world) => {
    const run = await queuedRun(world);
    const ownerId = await world.newLease();
    await world.killLease(ownerId);
    await expectRefused(world, run, () => tryBegin(world, run, ownerId));
  },

  "a worker that nobody knows begins nothing": async (world) => {
    const run = await queuedRun(world);
    await expectRefused(world, run, () => tryBegin(world, run, randomUUID()));
  },

  "a worker that has seen an older version begins nothing": async (world) => {
    const seen = await queuedRun(world);
    const before = await expectWritten({ world, before: seen, event: null }, () =>
      world.writer.postponeRun(seen, LONG_MS),
    );
    const ownerId = await world.newLease();
    await expectRefused(world, before, () => tryBegin(world, seen, ownerId));
  },

  "a run whose worker lives is not begun by another": async (world) => {
    const run = await runningRun(world);
    const ownerId = await world.newLease();
    await expectRefused(world, run, () => tryBegin(world, run, ownerId));
  },

  "a run is not begun a second time by the worker that has it": async (world) => {
    const run = await runningRun(world);
    await expectRefused(world, run, () => tryBegin(world, run, attemptOf(run).ownerId));
  },

  "a run whose worker is dead begins again: next attempt, first start kept, progress cleared":
    async (world) => {
      const first = await runningRun(world);
      const progress = { done: 1, total: 3, message: "one" };
      const before = await expectWritten({ world, before: first, event: null }, () =>
        world.writer.recordProgress(attemptOf(first), progress),
      );
      await world.killLease(attemptOf(first).ownerId);
      const run = await begin(world, before);
      assert.equal(run.attempt, 2);
      assert.notEqual(run.ownerId, first.ownerId);
      assert.equal(run.progress, null);
      assert.deepEqual(run.startedAt, first.startedAt);
    },

  "a run whose attempt has ended begins again": async (world) => {
    const before = await endAttempt(world, await runningRun(world));
    assert.equal((await begin(world, before)).attempt, 2);
  },

  "a run that has ended is not begun": async (world) => {
    const run = await completedRun(world, "failed");
    const ownerId = await world.newLease();
    await expectRefused(world, run, () => tryBegin(world, run, ownerId));
  },

  "a run that is to be cancelled may begin again, and the wish stands": async (world) => {
    const running = await runningRun(world);
    const wished = await expectWritten({ world, before: running, event: "cancel_requested" }, () =>
      world.writer.requestCancel(running, {}, SWEEPER),
    );
    const run = await begin(world, await endAttempt(world, wished));
    assert.deepEqual(run.cancelRequestedAt, wished.cancelRequestedAt);
  },

  "of ten workers that begin a run at once, one has it": async (world) => {
    const run = await queuedRun(world);
    const owners = await Promise.all(Array.from({ length: 10 }, () => world.newLease()));
    const answers = await Promise.all(owners.map((ownerId) => tryBegin(world, run, ownerId)));
    assert.equal(answers.filter((answer) => answer.kind === "written").length, 1);
    const standing = await standingOf(world, run);
    assert.equal(standing.attempt, 1);
    const kinds = (await eventsOf(world, run)).map((event) => event.kind);
    assert.deepEqual(kinds, ["created", "begun"]);
  },
};
