import assert from "node:assert/strict";
import type { RunFilter } from "../../ports/run-reader.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asEnvironmentId, asWorkspaceId, type WorkspaceId } from "../../run/scope.ts";
import {
  ADA,
  completedRun,
  exampleRun,
  newRunId,
  queuedRun,
  reconcile,
  runningRun,
} from "./exam-runs.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

async function found(world: RunStoreWorld, workspaceId: WorkspaceId, filter: RunFilter) {
  const { runs } = await world.reader.listRuns({ workspaceId, filter, after: null, limit: 50 });
  return idsOf(runs);
}

function idsOf(runs: readonly OperationRun[]): string[] {
  return runs.map(({ id }) => id).sort();
}

export const SEARCH_CASES: RunStoreCases = {
  "a run is found by the beginnings of words of what people know of it": async (world) => {
    const { workspaceId } = exampleRun();
    const run = await reconcile(
      world,
      await runningRun(world, {
        workspaceId,
        environmentId: asEnvironmentId("contoso-berlin"),
        operationType: "restore.execute",
        initiator: { ...ADA, name: "Grace O'Brien, Müller" },
      }),
      "succeeded",
    );
    await queuedRun(world, { workspaceId });
    const words = ["restore.execute", "exec", "contoso", "BERL", "grace", "o'brien", "müller"];
    const told = ["exam_succ", "artifact-1", run.id, run.id.slice(0, 6), "berlin grace exec"];
    for (const search of [...words, ...told]) {
      assert.deepEqual(await found(world, workspaceId, { search }), [run.id], search);
    }
  },

  "a search finds only what has all of its words, and takes no mark for a pattern": async (
    world,
  ) => {
    const { workspaceId } = exampleRun();
    await completedRun(world, "failed", { workspaceId, operationType: "letter.write" });
    const none = ["letter paris", "etter", "xam_finish", "l_tter", "[l]etter", "lett%ter", "%"];
    for (const search of [...none, ".*", "'; drop table settled.operation_runs; --", "\\"]) {
      assert.deepEqual(await found(world, workspaceId, { search }), [], search);
    }
  },

  "a search leaves out other workspaces, also one whose name begins the same": async (world) => {
    const { workspaceId } = exampleRun();
    const longer = asWorkspaceId(`${workspaceId}.b`);
    await queuedRun(world, { workspaceId: longer, operationType: "letter.write" });
    const run = await queuedRun(world, { workspaceId, operationType: "letter.write" });
    assert.deepEqual(await found(world, workspaceId, { search: "letter" }), [run.id]);
    assert.deepEqual(await found(world, workspaceId, { search: workspaceId }), []);
  },

  "a search and a filter hold at once, and on every page": async (world) => {
    const { workspaceId } = exampleRun();
    const named = { workspaceId, operationType: "letter.write" };
    const failed = await Promise.all([1, 2, 3].map(() => completedRun(world, "failed", named)));
    await queuedRun(world, named);
    const filter = { search: "letter", outcome: ["failed"] } as const;
    const first = await world.reader.listRuns({ workspaceId, filter, after: null, limit: 2 });
    const rest = await world.reader.listRuns({ workspaceId, filter, after: first.next, limit: 2 });
    assert.deepEqual(idsOf([...first.runs, ...rest.runs]), idsOf(failed));
    assert.equal(rest.next, null);
  },

  "a run with very long texts is written and found": async (world) => {
    const initiator = { ...ADA, name: "x".repeat(900) };
    const run = await queuedRun(world, { initiator });
    assert.deepEqual(await found(world, run.workspaceId, { search: "xxxx" }), [run.id]);
  },

  "runs are listed by whether they were reconciled, and by whether they need a person": async (
    world,
  ) => {
    const { workspaceId } = exampleRun();
    const queued = await queuedRun(world, { workspaceId });
    const blocked = await completedRun(world, "blocked", { workspaceId });
    const open = await reconcile(
      world,
      await runningRun(world, { workspaceId }),
      "attention_required",
    );
    const list = (filter: RunFilter) => found(world, workspaceId, filter);
    assert.deepEqual(await list({ reconciled: true }), [open.id]);
    assert.deepEqual(await list({ reconciled: false }), idsOf([queued, blocked]));
    assert.deepEqual(await list({ needsPerson: true }), idsOf([blocked, open]));
    assert.deepEqual(await list({ needsPerson: false }), [queued.id]);
  },

  "runs are counted as they are listed, up to the limit": async (world) => {
    const { workspaceId } = exampleRun();
    const first = await queuedRun(world, { workspaceId, operationType: "letter.write" });
    for (let index = 0; index < 2; index += 1) {
      await queuedRun(world, { workspaceId, operationType: "letter.write" });
    }
    await completedRun(world, "failed", { workspaceId });
    const tally = (filter: RunFilter, atMost = 100) =>
      world.reader.countRuns({ workspaceId, filter, atMost });
    const count = async (filter: RunFilter, atMost?: number) => (await tally(filter, atMost)).count;
    assert.equal(await count({}), 4);
    assert.equal(await count({}, 3), 3);
    assert.equal(await count({ search: "letter" }), 3);
    assert.equal(await count({ outcome: ["blocked"] }), 0);
    assert.deepEqual((await tally({})).oldest, first.createdAt);
    const none = await world.reader.countRuns({ ...nowhere(), filter: {}, atMost: 100 });
    assert.deepEqual(none, { count: 0, oldest: null });
  },

  "runs are found by their ids, in their own workspace alone": async (world) => {
    const { workspaceId } = exampleRun();
    const own = await Promise.all([1, 2].map(() => queuedRun(world, { workspaceId })));
    const other = await queuedRun(world);
    const ids = [...own, other].map(({ id }) => id);
    const seen = await world.reader.findRuns(workspaceId, [...ids, newRunId()]);
    assert.deepEqual(idsOf(seen), idsOf(own));
  },

  "what an action on many has done is told by its targets' events, and by those of their reruns":
    async (world) => {
      const { workspaceId } = exampleRun();
      const targets = await Promise.all([1, 2, 3].map(() => queuedRun(world, { workspaceId })));
      const [first, second] = targets;
      assert.ok(first !== undefined && second !== undefined);
      const input = { targets: targets.map(({ id }) => ({ id })) };
      const bulk = await queuedRun(world, { workspaceId, input });
      const mark = (targetId: string) => ({ bulk_run_id: bulk.id, bulk_target_id: targetId });
      await world.writer.cancelRun(first, { reason: "exam", detail: mark(first.id) }, ADA);
      const again = exampleRun({ workspaceId, rerunOf: second.id, detail: mark(second.id) });
      await world.writer.insertRun(again, ADA);
      const asked = { workspaceId, bulkRunId: bulk.id };
      const marks = await world.reader.listBulkMarks(asked);
      const told = new Map(marks.map(({ targetId, runId }) => [targetId, runId]));
      assert.equal(marks.length, 2);
      assert.equal(told.get(first.id), first.id);
      assert.equal(told.get(second.id), again.id);
      assert.deepEqual(await world.reader.listBulkMarks({ ...asked, bulkRunId: first.id }), []);
      assert.deepEqual(await world.reader.listBulkMarks({ ...nowhere(), bulkRunId: bulk.id }), []);
    },
};

function nowhere() {
  return { workspaceId: exampleRun().workspaceId };
}
