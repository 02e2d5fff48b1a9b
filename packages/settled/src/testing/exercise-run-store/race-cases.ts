import assert from "node:assert/strict";
import type { OperationRun } from "../../run/operation-run.ts";
import {
  ADA,
  attemptOf,
  decided,
  LONG_MS,
  queuedRun,
  runningRun,
  SWEEPER,
  WORKER,
} from "./exam-runs.ts";
import { eventsOf, positionOf, standingOf } from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const ROUNDS = 10;
const FINISHED = { outcome: "succeeded", context: {}, summary: null, failure: null } as const;

/** The timeline is one unbroken line of moves that ends where the run stands. */
async function expectOneLine(world: RunStoreWorld, run: OperationRun): Promise<void> {
  const events = await eventsOf(world, run);
  let versionBefore = 0;
  for (const [index, event] of events.entries()) {
    assert.deepEqual(event.from, events[index - 1]?.to ?? null);
    assert.ok(event.version > versionBefore, "versions only grow");
    versionBefore = event.version;
  }
  const standing = await standingOf(world, run);
  assert.deepEqual(events.at(-1)?.to, positionOf(standing));
}

export const RACE_CASES: RunStoreCases = {
  "finish, reconciliation and cancellation at once: one of them ends the run": async (world) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await runningRun(world);
      const { writer } = world;
      await Promise.all([
        writer.reconcileRun(run, decided(run, "failed"), SWEEPER),
        writer.finishRun(attemptOf(run), FINISHED, WORKER),
        writer.requestCancel(run, {}, ADA),
        writer.reconcileRun(run, decided(run, "attention_required"), SWEEPER),
        writer.finishRun(attemptOf(run), { ...FINISHED, outcome: "failed" }, WORKER),
        writer.cancelRun(run, { reason: "exam_cancelled", detail: {} }, ADA),
      ]);
      const endings = (await eventsOf(world, run)).filter(
        (event) => event.to.status === "completed",
      );
      assert.equal(endings.length, 1);
      await expectOneLine(world, run);
    }
  },

  "begin, reconciliation and cancellation of a waiting run at once: one of them happens": async (
    world,
  ) => {
    const ownerId = await world.newLease();
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await queuedRun(world);
      const { writer } = world;
      const answers = await Promise.all([
        writer.cancelRun(run, { reason: "exam_cancelled", detail: {} }, ADA),
        writer.beginRun(run, { ownerId, dueAfterMs: LONG_MS, actor: WORKER }),
        writer.reconcileRun(run, decided(run, "failed"), SWEEPER),
        writer.cancelRun(run, { reason: "exam_cancelled", detail: {} }, ADA),
        writer.reconcileRun(run, decided(run, "failed"), SWEEPER),
      ]);
      assert.equal(answers.filter((answer) => answer.kind === "written").length, 1);
      await expectOneLine(world, run);
    }
  },

  "of eight equal reconciliations at once, one is recorded": async (world) => {
    const run = await runningRun(world);
    const write = decided(run, "failed");
    const settle = () => world.writer.reconcileRun(run, write, SWEEPER);
    const answers = await Promise.all(Array.from({ length: 8 }, settle));
    assert.equal(answers.filter((answer) => answer.kind === "written").length, 1);
    const kinds = (await eventsOf(world, run)).map((event) => event.kind);
    assert.deepEqual(kinds, ["created", "begun", "reconciled"]);
  },
};
