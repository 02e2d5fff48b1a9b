import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { RunFilter } from "../../ports/run-reader.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asEnvironmentId, asWorkspaceId, type WorkspaceId } from "../../run/scope.ts";
import {
  begin,
  completedRun,
  exampleRun,
  finish,
  newRunId,
  queuedRun,
  reconcile,
  runningRun,
} from "./exam-runs.ts";
import { eventsOf, standingOf } from "./expect-writes.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

async function listed(world: RunStoreWorld, workspaceId: WorkspaceId, filter: RunFilter) {
  const page = await world.reader.listRuns({ workspaceId, filter, after: null, limit: 50 });
  assert.equal(page.next, null);
  return idsOf(page.runs);
}

function idsOf(runs: readonly OperationRun[]): string[] {
  return runs.map(({ id }) => id).sort();
}

export const READ_CASES: RunStoreCases = {
  "another workspace sees nothing of a run": async (world) => {
    const run = await runningRun(world);
    const elsewhere = asWorkspaceId(`${run.workspaceId}-b`);
    assert.equal(await world.reader.findRun(elsewhere, run.id), null);
    assert.deepEqual(await listed(world, elsewhere, {}), []);
    assert.deepEqual(await eventsOf(world, { ...run, workspaceId: elsewhere }), []);
    assert.equal(await world.reader.lastEventKind({ ...run, workspaceId: elsewhere }), null);
    const scope = { workspaceId: elsewhere, environmentId: run.environmentId };
    const found = await world.reader.findActiveRun(scope, run.operationType, run.identityKey);
    assert.equal(found, null);
  },

  "a run that does not exist is not found": async (world) => {
    const run = await queuedRun(world);
    assert.equal(await world.reader.findRun(run.workspaceId, newRunId()), null);
    assert.equal(await world.reader.findCorrelatedRun(newRunId()), null);
    assert.deepEqual(await eventsOf(world, { ...run, id: newRunId() }), []);
  },

  "a job finds its run by the run's id alone": async (world) => {
    const run = await queuedRun(world);
    assert.deepEqual(await world.reader.findCorrelatedRun(run.id), run);
  },

  "the active run of some work is found while it is active, in its own environment": async (
    world,
  ) => {
    const run = await runningRun(world);
    const { operationType, identityKey } = run;
    const find = (scope: Pick<OperationRun, "workspaceId" | "environmentId">) =>
      world.reader.findActiveRun(scope, operationType, identityKey);
    assert.deepEqual(await find(run), run);
    assert.equal(await find({ ...run, environmentId: null }), null);
    assert.equal(await find({ ...run, environmentId: asEnvironmentId("environment-2") }), null);
    await finish(world, run, "failed");
    assert.equal(await find(run), null);
  },

  "runs are listed by status, outcome and operation": async (world) => {
    const { workspaceId } = exampleRun();
    const queued = await queuedRun(world, { workspaceId });
    const running = await runningRun(world, { workspaceId });
    const failed = await completedRun(world, "failed", { workspaceId });
    const blocked = await completedRun(world, "blocked", { workspaceId });
    const list = (filter: RunFilter) => listed(world, workspaceId, filter);
    assert.deepEqual(await list({}), idsOf([queued, running, failed, blocked]));
    assert.deepEqual(await list({ status: ["queued"] }), [queued.id]);
    const both = { status: ["queued", "running"] } as const;
    assert.deepEqual(await list(both), idsOf([queued, running]));
    assert.deepEqual(await list({ outcome: ["failed"] }), [failed.id]);
    assert.deepEqual(await list({ outcome: ["failed", "blocked"] }), idsOf([failed, blocked]));
    const { operationType } = running;
    assert.deepEqual(await list({ operationType: [operationType] }), [running.id]);
    assert.deepEqual(await list({ operationType: [operationType], status: ["queued"] }), []);
  },

  "runs are listed by environment and by who asked": async (world) => {
    const { workspaceId } = exampleRun();
    const environmentId = asEnvironmentId("environment-2");
    const bob = { kind: "service", id: "bob", name: "Bob" } as const;
    const one = await queuedRun(world, { workspaceId });
    const two = await queuedRun(world, { workspaceId, environmentId, initiator: bob });
    const three = await queuedRun(world, { workspaceId, environmentId: null, initiator: bob });
    const list = (filter: RunFilter) => listed(world, workspaceId, filter);
    assert.deepEqual(await list({ environmentId: [environmentId] }), [two.id]);
    const both = { environmentId: [environmentId, asEnvironmentId("environment-1")] };
    assert.deepEqual(await list(both), idsOf([one, two]));
    assert.deepEqual(await list({ initiatorId: "bob" }), idsOf([two, three]));
    assert.deepEqual(await list({ initiatorId: "nobody" }), []);
  },

  "runs are listed by the reason of their last decision, else of their finish": async (world) => {
    const { workspaceId } = exampleRun();
    const finished = await completedRun(world, "failed", { workspaceId });
    const settled = await reconcile(
      world,
      await completedRun(world, "failed", { workspaceId }),
      "blocked",
    );
    await queuedRun(world, { workspaceId });
    const list = (...reason: string[]) => listed(world, workspaceId, { reason });
    assert.deepEqual(await list("exam_finish"), [finished.id]);
    assert.deepEqual(await list("exam_blocked"), [settled.id]);
    assert.deepEqual(await list("exam_finish", "exam_blocked"), idsOf([finished, settled]));
  },

  "runs are listed by when they were asked for": async (world) => {
    const run = await queuedRun(world);
    const near = (ms: number) => new Date(run.createdAt.getTime() + ms);
    const list = (filter: RunFilter) => listed(world, run.workspaceId, filter);
    assert.deepEqual(await list({ since: near(0) }), [run.id]);
    assert.deepEqual(await list({ since: near(1) }), []);
    assert.deepEqual(await list({ until: near(1) }), [run.id]);
    assert.deepEqual(await list({ until: near(-1) }), []);
    assert.deepEqual(await list({ since: near(-1_000), until: near(1_000) }), [run.id]);
  },

  "a timeline is read page by page, in the order in which it was written": async (world) => {
    const other = await queuedRun(world);
    const run = await finish(world, await begin(world, await queuedRun(world)), "failed");
    await reconcile(world, run, "succeeded");
    await begin(world, other);
    const all = await eventsOf(world, run);
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ["created", "begun", "finished", "reconciled"],
    );
    const { workspaceId, id: runId } = run;
    const page = (afterSequence: string, limit: number) =>
      world.reader.listEvents({ workspaceId, runId, afterSequence, limit });
    const first = await page("0", 3);
    assert.deepEqual(first, all.slice(0, 3));
    assert.deepEqual(await page(first.at(-1)?.sequence ?? "0", 3), all.slice(3));
    assert.deepEqual(await page(all.at(-1)?.sequence ?? "0", 3), []);
    assert.equal(await world.reader.lastEventKind(run), "reconciled");
  },

  "the log only grows, over all runs": async (world) => {
    const { workspaceId } = exampleRun();
    const sequences: bigint[] = [];
    for (let index = 0; index < 5; index += 1) {
      const run = await standingOf(world, await runningRun(world, { workspaceId }));
      for (const event of await eventsOf(world, run)) sequences.push(BigInt(event.sequence));
    }
    for (const [index, sequence] of sequences.entries()) {
      assert.ok(index === 0 || sequence > (sequences[index - 1] ?? 0n), "the log does not grow");
    }
  },

  "a worker that nobody knows owns nothing": async (world) => {
    assert.deepEqual(await world.reader.listOwnedRuns(randomUUID()), []);
    const run = await queuedRun(world);
    assert.equal(await world.reader.ownerMayLive(run), false);
    assert.equal(await world.reader.ownerMayLive({ ...run, ownerId: randomUUID() }), false);
  },
};
