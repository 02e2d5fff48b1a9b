import assert from "node:assert/strict";
import type { OperationRun } from "../../run/operation-run.ts";
import {
  attemptOf,
  begin,
  completedRun,
  exampleRun,
  finish,
  LONG_MS,
  queuedRun,
  runningRun,
  SWEEPER,
  WORKER,
} from "./exam-runs.ts";
import {
  eventsOf,
  expectRefused,
  expectWritten,
  lastEventOf,
  standingOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const LEASE_MS = 30_000;

function claim(world: RunStoreWorld, type: string, limit = 50) {
  return world.writer.claimDueRuns({ operationTypes: [type], limit, leaseMs: LEASE_MS });
}

function idsOf(runs: readonly OperationRun[]): string[] {
  return runs.map(({ id }) => id).sort();
}

/** `count` runs of one operation in workspaces of their own, all due. */
async function dueRuns(world: RunStoreWorld, count: number) {
  const { operationType } = exampleRun();
  const runs: OperationRun[] = [];
  for (let index = 0; index < count; index += 1) {
    runs.push(await queuedRun(world, { operationType, dueAfterMs: 1_000 }));
  }
  await world.advance(1_000);
  return { runs, operationType };
}

export const SWEEP_CASES: RunStoreCases = {
  "a run is claimed when it is due, not before": async (world) => {
    const run = await queuedRun(world, { dueAfterMs: 60_000 });
    assert.deepEqual(await claim(world, run.operationType), []);
    await world.advance(60_000);
    assert.deepEqual(idsOf(await claim(world, run.operationType)), [run.id]);
  },

  "a claimed run is left to its sweeper and is due again when the sweeper's time is over": async (
    world,
  ) => {
    const { runs, operationType } = await dueRuns(world, 1);
    const [claimed] = await claim(world, operationType);
    assert.ok(claimed !== undefined);
    assert.equal(claimed.version, (runs[0]?.version ?? 0) + 1);
    assert.deepEqual(await standingOf(world, claimed), claimed);
    assert.equal((await eventsOf(world, claimed)).length, 1);
    assert.deepEqual(await claim(world, operationType), []);
    await world.advance(LEASE_MS - 5_000);
    assert.deepEqual(await claim(world, operationType), []);
    await world.advance(5_000);
    assert.deepEqual(idsOf(await claim(world, operationType)), [claimed.id]);
  },

  "runs of operations that the sweeper does not know are left alone": async (world) => {
    const { runs, operationType } = await dueRuns(world, 2);
    assert.deepEqual(await claim(world, exampleRun().operationType), []);
    const none = { operationTypes: [], limit: 10, leaseMs: LEASE_MS };
    assert.deepEqual(await world.writer.claimDueRuns(none), []);
    assert.deepEqual(idsOf(await claim(world, operationType)), idsOf(runs));
  },

  "a sweep takes no more than its limit, and the longest due first": async (world) => {
    const { operationType } = exampleRun();
    const late = await queuedRun(world, { operationType, dueAfterMs: 3_000 });
    const first = await queuedRun(world, { operationType, dueAfterMs: 1_000 });
    const second = await queuedRun(world, { operationType, dueAfterMs: 2_000 });
    await world.advance(3_000);
    assert.deepEqual(idsOf(await claim(world, operationType, 2)), idsOf([first, second]));
    assert.deepEqual(idsOf(await claim(world, operationType, 2)), [late.id]);
  },

  "two sweepers at once never claim the same run, and miss none": async (world) => {
    const { runs, operationType } = await dueRuns(world, 20);
    const both = await Promise.all([claim(world, operationType), claim(world, operationType)]);
    const rest = await claim(world, operationType);
    assert.deepEqual(idsOf([...both.flat(), ...rest]), idsOf(runs));
  },

  "an ended run is claimed if it is to be looked at again, and else never": async (world) => {
    const { operationType } = exampleRun();
    const ended = await completedRun(world, "failed", { operationType });
    await completedRun(world, "failed", { operationType });
    await expectWritten({ world, before: ended, event: null }, () =>
      world.writer.postponeRun(ended, 1_000),
    );
    await world.advance(LONG_MS * 2);
    assert.deepEqual(idsOf(await claim(world, operationType)), [ended.id]);
  },

  "a decision made before a claim is refused: the sweeper has the run": async (world) => {
    const { runs, operationType } = await dueRuns(world, 1);
    const [claimed] = await claim(world, operationType);
    const [seen] = runs;
    assert.ok(claimed !== undefined && seen !== undefined);
    await expectRefused(world, claimed, () => world.writer.postponeRun(seen, null));
  },

  "when a worker is dead, its runs are told silent and are due at once": async (world) => {
    await world.writer.endDeadLeases(SWEEPER);
    const ownerId = await world.newLease();
    const { operationType } = exampleRun();
    const one = await begin(world, await queuedRun(world, { operationType }), { ownerId });
    const two = await begin(world, await queuedRun(world, { operationType }), { ownerId });
    const done = await finish(
      world,
      await begin(world, await queuedRun(world), { ownerId }),
      "failed",
    );
    const alive = await runningRun(world, { operationType });
    await world.killLease(ownerId);
    assert.equal(await world.reader.ownerMayLive(one), false);
    assert.deepEqual(await world.writer.endDeadLeases(SWEEPER), { workers: 1, runs: 2 });
    for (const before of [one, two]) {
      const run = await standingOf(world, before);
      assert.equal(run.version, before.version + 1);
      assert.equal(run.status, "running");
      const { kind, actor, version } = await lastEventOf(world, run);
      assert.deepEqual([kind, actor, version], ["went_silent", SWEEPER, run.version]);
    }
    assert.deepEqual(await standingOf(world, alive), alive);
    assert.deepEqual(await standingOf(world, done), done);
    assert.deepEqual(idsOf(await claim(world, operationType)), idsOf([one, two]));
  },

  "a dead worker is noticed once": async (world) => {
    const run = await runningRun(world);
    await world.killLease(attemptOf(run).ownerId);
    await world.writer.endDeadLeases(SWEEPER);
    const standing = await standingOf(world, run);
    assert.deepEqual(await world.writer.endDeadLeases(SWEEPER), { workers: 0, runs: 0 });
    assert.deepEqual(await standingOf(world, run), standing);
    assert.equal(await world.reader.ownerMayLive(standing), false);
  },

  "a zombie's finish is refused, its late report is kept, and the run is looked at again": async (
    world,
  ) => {
    const zombie = await runningRun(world);
    await world.killLease(attemptOf(zombie).ownerId);
    await world.writer.endDeadLeases(SWEEPER);
    const silent = await standingOf(world, zombie);
    const second = await begin(world, silent);
    const failed = await finish(world, second, "failed");
    const report = { outcome: "succeeded", context: {}, summary: null, failure: null } as const;
    await expectRefused(world, failed, () =>
      world.writer.finishRun(attemptOf(zombie), report, WORKER),
    );
    const woken = await expectWritten({ world, before: failed, event: "late_report" }, () =>
      world.writer.recordEvent(failed, {
        kind: "late_report",
        detail: { attempt: 1 },
        wake: true,
        actor: WORKER,
      }),
    );
    assert.deepEqual(idsOf(await claim(world, woken.operationType)), [woken.id]);
    const kinds = (await eventsOf(world, woken)).map(({ kind }) => kind);
    const story = ["created", "begun", "went_silent", "begun", "finished", "late_report"];
    assert.deepEqual(kinds, story);
  },
};
