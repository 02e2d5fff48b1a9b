import assert from "node:assert/strict";
import { asEnvironmentId, asWorkspaceId } from "../../run/scope.ts";
import {
  ADA,
  completedRun,
  exampleRun,
  finish,
  newIdentityKey,
  queuedRun,
  runningRun,
  sameWorkAs,
} from "./exam-runs.ts";
import { eventsOf, expectDueAfter, lastEventOf, positionOf, standingOf } from "./expect-writes.ts";
import type { RunStoreCases } from "./run-store-world.ts";

const BOB = { kind: "user", id: "bob", name: "Bob" } as const;
const PARALLEL_STARTS = 100;

export const START_CASES: RunStoreCases = {
  "a new run waits: queued, never begun, without an outcome, due after its grace": async (
    world,
  ) => {
    const run = await queuedRun(world, { dueAfterMs: 90_000 });
    assert.deepEqual(positionOf(run), { status: "queued", outcome: null, attempt: 0 });
    assert.equal(run.ownerId, null);
    assert.deepEqual(run.summary, {});
    const nothing = [run.progress, run.failure, run.startedAt, run.completedAt];
    assert.deepEqual([...nothing, run.cancelRequestedAt], [null, null, null, null, null]);
    await expectDueAfter(world, run, 90_000);
    assert.deepEqual(await standingOf(world, run), run);
  },

  "a new run's timeline begins with who asked for it": async (world) => {
    const run = await queuedRun(world);
    const events = await eventsOf(world, run);
    assert.equal(events.length, 1);
    const created = await lastEventOf(world, run);
    assert.equal(created.kind, "created");
    assert.equal(created.from, null);
    assert.deepEqual(created.to, positionOf(run));
    assert.deepEqual(created.actor, ADA);
    assert.equal(created.version, run.version);
  },

  "what was asked for is kept whole, with names that this release does not know": async (world) => {
    const first = await completedRun(world, "failed");
    const given = exampleRun({
      workspaceId: first.workspaceId,
      environmentId: null,
      input: { policies: ["ä", { nested: [1, null, true, "\u{1f30d}"] }], depth: 0.5 },
      context: { trace: { traceparent: "00-1-2-01" }, later_release: { kept: [1] } },
      rerunOf: first.id,
      detail: { because: "the first one failed" },
    });
    const { run } = await world.writer.insertRun(given, ADA);
    assert.equal(run.id, given.id);
    assert.equal(run.environmentId, null);
    assert.equal(run.operationType, given.operationType);
    assert.equal(run.identityKey, given.identityKey);
    assert.deepEqual(run.initiator, ADA);
    assert.deepEqual(run.input, given.input);
    assert.deepEqual(run.context, given.context);
    assert.equal(run.rerunOf, first.id);
    const { detail } = await lastEventOf(world, run);
    assert.deepEqual(detail, { because: "the first one failed" });
  },

  "a second start of the same work joins the first run and changes nothing": async (world) => {
    const first = await queuedRun(world);
    const second = sameWorkAs(first, { initiator: BOB });
    assert.deepEqual(await world.writer.insertRun(second, BOB), { kind: "joined", run: first });
    assert.deepEqual(await standingOf(world, first), first);
    assert.equal((await eventsOf(world, first)).length, 1);
    assert.equal(await world.reader.findRun(second.workspaceId, second.id), null);
  },

  "a start joins a run that is being executed": async (world) => {
    const first = await runningRun(world);
    const answer = await world.writer.insertRun(sameWorkAs(first), BOB);
    assert.deepEqual(answer, { kind: "joined", run: first });
  },

  "a start that is sent again with the same run id is answered with that run": async (world) => {
    const given = exampleRun();
    const { run } = await world.writer.insertRun(given, ADA);
    const again = await world.writer.insertRun(given, ADA);
    assert.deepEqual(again.run, run);
    assert.equal((await eventsOf(world, run)).length, 1);
  },

  "the same identity in another workspace, environment or operation is other work": async (
    world,
  ) => {
    const first = await queuedRun(world);
    const others = [
      sameWorkAs(first, { workspaceId: asWorkspaceId(`${first.workspaceId}-b`) }),
      sameWorkAs(first, { environmentId: asEnvironmentId("environment-2") }),
      sameWorkAs(first, { environmentId: null }),
      sameWorkAs(first, { operationType: `${first.operationType}_b` }),
      sameWorkAs(first, { identityKey: newIdentityKey() }),
    ];
    for (const other of others) {
      assert.equal((await world.writer.insertRun(other, ADA)).kind, "created");
    }
  },

  "two runs of a whole workspace with one identity are one run": async (world) => {
    const first = await queuedRun(world, { environmentId: null });
    const answer = await world.writer.insertRun(sameWorkAs(first), ADA);
    assert.deepEqual(answer, { kind: "joined", run: first });
  },

  "work that has ended may be started anew": async (world) => {
    const first = await runningRun(world);
    const ended = await finish(world, first, "succeeded");
    const again = await world.writer.insertRun(sameWorkAs(first), ADA);
    assert.equal(again.kind, "created");
    assert.deepEqual(await standingOf(world, first), ended);
  },

  "a hundred starts at once make one run that the other ninety-nine join": async (world) => {
    const first = exampleRun();
    const { workspaceId, environmentId, operationType, identityKey } = first;
    const work = { workspaceId, environmentId, operationType, identityKey };
    const starts = Array.from({ length: PARALLEL_STARTS }, () => exampleRun(work));
    const answers = await Promise.all(starts.map((start) => world.writer.insertRun(start, ADA)));
    const created = answers.filter((answer) => answer.kind === "created");
    assert.equal(created.length, 1);
    assert.equal(new Set(answers.map((answer) => answer.run.id)).size, 1);
    const page = await world.reader.listRuns({ workspaceId, filter: {}, after: null, limit: 10 });
    assert.equal(page.runs.length, 1);
  },

  "a start in a transaction that is rolled back leaves neither run nor timeline": async (world) => {
    if (world.transaction === undefined) return;
    const given = exampleRun();
    const failing = world.transaction.transaction(async (tx) => {
      await world.writer.insertRun(given, ADA, tx);
      throw new Error("The caller changed its mind.");
    });
    await assert.rejects(failing, /changed its mind/);
    assert.equal(await world.reader.findRun(given.workspaceId, given.id), null);
    assert.equal((await world.writer.insertRun(given, ADA)).kind, "created");
  },

  "a start in a transaction is seen by nobody before it is committed": async (world) => {
    if (world.transaction === undefined) return;
    const given = exampleRun();
    const run = await world.transaction.transaction(async (tx) => {
      const inserted = await world.writer.insertRun(given, ADA, tx);
      assert.equal(await world.reader.findRun(given.workspaceId, given.id), null);
      return inserted.run;
    });
    assert.deepEqual(await standingOf(world, run), run);
    assert.equal((await eventsOf(world, run)).length, 1);
  },

  "changing what was given or answered changes nothing that is stored": async (world) => {
    const input = { list: [1, 2] };
    const run = await queuedRun(world, { input });
    input.list.push(3);
    const answered = await standingOf(world, run);
    Reflect.set(answered, "status", "completed");
    Reflect.set(answered.input as object, "list", []);
    answered.createdAt.setTime(0);
    const standing = await standingOf(world, run);
    assert.deepEqual(standing.input, { list: [1, 2] });
    assert.equal(standing.status, "queued");
    assert.notEqual(standing.createdAt.getTime(), 0);
  },
};
