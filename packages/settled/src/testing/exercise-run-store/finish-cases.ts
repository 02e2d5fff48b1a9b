import assert from "node:assert/strict";
import type { AttemptRef, FinishWrite } from "../../ports/run-writer.ts";
import { RUN_OUTCOMES } from "../../run/operation-run.ts";
import { asWorkspaceId } from "../../run/scope.ts";
import { isSettledError } from "../../run/settled-error.ts";
import {
  attemptOf,
  begin,
  dispatchOf,
  LONG_MS,
  queuedRun,
  runningRun,
  SWEEPER,
  WORKER,
} from "./exam-runs.ts";
import {
  eventsOf,
  expectNear,
  expectRefused,
  expectUnknown,
  expectWritten,
  lastEventOf,
  standingOf,
} from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const SUCCESS: FinishWrite = {
  outcome: "succeeded",
  context: { related: { type: "exam_artifact", id: "artifact-1" }, reason: "exam_done" },
  summary: { policies: 120, unreadable: 1 },
  failure: null,
};
const FAILURE = { name: "Error", message: "It broke.", stack: "at exam", attempt: 1 };

function finish(world: RunStoreWorld, attempt: AttemptRef, write: FinishWrite = SUCCESS) {
  return world.writer.finishRun(attempt, write, WORKER);
}

export const FINISH_CASES: RunStoreCases = {
  "the owning attempt finishes its run: outcome, artifact, counts, and never due again": async (
    world,
  ) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      finish(world, attemptOf(before)),
    );
    assert.equal(run.status, "completed");
    assert.equal(run.outcome, "succeeded");
    assert.deepEqual(run.context, SUCCESS.context);
    assert.deepEqual(run.summary, SUCCESS.summary);
    assert.deepEqual([run.ownerId, run.dueAt, run.failure], [null, null, null]);
    const { at, actor } = await lastEventOf(world, run);
    expectNear(run.completedAt, at.getTime());
    assert.deepEqual(actor, WORKER);
  },

  "a run may finish with any outcome": async (world) => {
    for (const outcome of RUN_OUTCOMES) {
      const before = await runningRun(world);
      const run = await expectWritten({ world, before, event: "finished" }, () =>
        finish(world, attemptOf(before), { ...SUCCESS, outcome }),
      );
      assert.equal(run.outcome, outcome);
    }
  },

  "finishing keeps the hand-over and names that this release does not know": async (world) => {
    const later = { later_release: { kept: true } };
    const queued = await queuedRun(world, { context: later });
    const options = { kind: "dispatched", dueAfterMs: LONG_MS, actor: SWEEPER } as const;
    const dispatched = await expectWritten({ world, before: queued, event: "dispatched" }, () =>
      world.writer.recordDispatch(queued, dispatchOf(queued), options),
    );
    const before = await begin(world, dispatched);
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      finish(world, attemptOf(before)),
    );
    const { dispatch } = dispatched.context;
    assert.deepEqual(run.context, { ...later, dispatch, ...SUCCESS.context });
  },

  "a finish that counts nothing and has no error keeps what was known": async (world) => {
    const first = await runningRun(world);
    const options = { failure: FAILURE, detail: {}, dueAfterMs: LONG_MS, actor: WORKER };
    const ended = await expectWritten({ world, before: first, event: "attempt_ended" }, () =>
      world.writer.endAttempt(attemptOf(first), options),
    );
    const before = await begin(world, ended);
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      finish(world, attemptOf(before), { ...SUCCESS, summary: null }),
    );
    assert.deepEqual(run.summary, {});
    assert.deepEqual(run.failure, FAILURE);
  },

  "a finish with an error keeps the error": async (world) => {
    const before = await runningRun(world);
    const write = { outcome: "failed", context: {}, summary: null, failure: FAILURE } as const;
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      finish(world, attemptOf(before), write),
    );
    assert.deepEqual(run.failure, FAILURE);
  },

  "a finish by an attempt that lost the run is refused": async (world) => {
    const first = await runningRun(world);
    await world.killLease(attemptOf(first).ownerId);
    const run = await begin(world, first);
    await expectRefused(world, run, () => finish(world, attemptOf(first)));
    await expectRefused(world, run, () => finish(world, attemptOf(run, { attempt: 1 })));
    await expectRefused(world, run, () => finish(world, attemptOf(run, { attempt: 3 })));
  },

  "a finish by another worker is refused": async (world) => {
    const run = await runningRun(world);
    const ownerId = await world.newLease();
    await expectRefused(world, run, () => finish(world, attemptOf(run, { ownerId })));
  },

  "a finish by an attempt that gave the run up is refused": async (world) => {
    const before = await runningRun(world);
    const options = { failure: null, detail: {}, dueAfterMs: LONG_MS, actor: WORKER };
    const run = await expectWritten({ world, before, event: "attempt_ended" }, () =>
      world.writer.endAttempt(attemptOf(before), options),
    );
    await expectRefused(world, run, () => finish(world, attemptOf(before)));
  },

  "a second finish is refused and changes nothing": async (world) => {
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      finish(world, attemptOf(before)),
    );
    await expectRefused(world, run, () => finish(world, attemptOf(before)));
    const other = { ...SUCCESS, outcome: "failed" } as const;
    await expectRefused(world, run, () => finish(world, attemptOf(before), other));
  },

  "a run that was never begun is not finished": async (world) => {
    const run = await queuedRun(world);
    await expectRefused(world, run, () => finish(world, attemptOf(run)));
  },

  "a finish that names another workspace finds nothing": async (world) => {
    const run = await runningRun(world);
    const workspaceId = asWorkspaceId(`${run.workspaceId}-b`);
    await expectUnknown(world, run, () => finish(world, attemptOf(run, { workspaceId })));
  },

  "of twenty equal finishes at once, one is written": async (world) => {
    const run = await runningRun(world);
    const attempt = attemptOf(run);
    const all = await Promise.all(Array.from({ length: 20 }, () => finish(world, attempt)));
    assert.equal(all.filter((answer) => answer.kind === "written").length, 1);
    const kinds = (await eventsOf(world, run)).map((event) => event.kind);
    assert.deepEqual(kinds, ["created", "begun", "finished"]);
  },

  "a finish in a transaction appears with it": async (world) => {
    const { transaction } = world;
    if (transaction === undefined) return;
    const before = await runningRun(world);
    const run = await expectWritten({ world, before, event: "finished" }, () =>
      transaction.transaction(async (tx) => {
        const answer = await world.writer.finishRun(attemptOf(before), SUCCESS, WORKER, tx);
        assert.deepEqual(await standingOf(world, before), before);
        return answer;
      }),
    );
    assert.equal(run.outcome, "succeeded");
  },

  "a finish in a transaction that is rolled back did not happen": async (world) => {
    const { transaction } = world;
    if (transaction === undefined) return;
    const run = await runningRun(world);
    const failing = transaction.transaction(async (tx) => {
      await world.writer.guardRun(attemptOf(run), tx);
      const answer = await world.writer.finishRun(attemptOf(run), SUCCESS, WORKER, tx);
      assert.equal(answer.kind, "written");
      throw new Error("The artifact could not be written.");
    });
    await assert.rejects(failing, /could not be written/);
    assert.deepEqual(await standingOf(world, run), run);
    assert.equal((await lastEventOf(world, run)).kind, "begun");
  },

  "text that the store cannot hold never leaves half a finish": async (world) => {
    for (const message of ["nul \u0000", "surrogate \ud800"]) {
      const run = await runningRun(world);
      const write = { ...SUCCESS, outcome: "failed", failure: { ...FAILURE, message } } as const;
      const answer = await finish(world, attemptOf(run), write).catch((error: unknown) => error);
      const standing = await standingOf(world, run);
      const last = await lastEventOf(world, run);
      assert.equal(last.version, standing.version);
      if (standing.status === "completed") continue;
      assert.ok(isSettledError(answer, "value_not_storable"), "the fault has no name");
      assert.deepEqual(standing, run);
    }
  },
};
