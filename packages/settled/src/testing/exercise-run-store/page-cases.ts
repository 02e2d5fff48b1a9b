import assert from "node:assert/strict";
import type { NewRun } from "../../ports/run-writer.ts";
import type { RunCursor, RunFilter } from "../../ports/run-reader.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { ADA, completedRun, exampleRun, queuedRun } from "./exam-runs.ts";
import type { RunStoreCases, RunStoreWorld } from "./run-store-world.ts";

const PAGES_MAX = 20;

interface Walk {
  readonly workspaceId: WorkspaceId;
  readonly filter?: RunFilter;
  readonly limit: number;
  readonly betweenPages?: () => Promise<unknown>;
}

/** All pages, from the newest run to the end. */
async function pages(world: RunStoreWorld, walk: Walk): Promise<OperationRun[][]> {
  const { workspaceId, filter = {}, limit } = walk;
  const found: OperationRun[][] = [];
  let after: RunCursor | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { runs, next } = await world.reader.listRuns({ workspaceId, filter, after, limit });
    found.push([...runs]);
    if (next === null) return found;
    after = next;
    await walk.betweenPages?.();
  }
  return assert.fail("the pages have no end");
}

/** Runs asked for at the same moment, where the store can have that. */
async function twins(world: RunStoreWorld, count: number, overrides: Partial<NewRun>) {
  const given = Array.from({ length: count }, () => exampleRun(overrides));
  if (world.transaction === undefined) {
    for (const run of given) await world.writer.insertRun(run, ADA);
  } else {
    await world.transaction.transaction(async (tx) => {
      for (const run of given) await world.writer.insertRun(run, ADA, tx);
    });
  }
  return given.map(({ id }) => id);
}

export const PAGE_CASES: RunStoreCases = {
  "runs are listed page by page, newest first, the last page naming no next": async (world) => {
    const { workspaceId } = exampleRun();
    for (let index = 0; index < 6; index += 1) {
      await queuedRun(world, { workspaceId });
      await world.advance(10);
    }
    const found = await pages(world, { workspaceId, limit: 3 });
    assert.deepEqual(
      found.map((page) => page.length),
      [3, 3],
    );
    const times = found.flat().map((run) => run.createdAt.getTime());
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
  },

  "runs that were asked for at the same moment are each on one page": async (world) => {
    const { workspaceId } = exampleRun();
    const ids = await twins(world, 7, { workspaceId });
    for (const limit of [1, 2, 3, 50]) {
      const found = (await pages(world, { workspaceId, limit })).flat().map(({ id }) => id);
      assert.equal(found.length, ids.length);
      assert.deepEqual([...found].sort(), [...ids].sort());
    }
  },

  "runs that are started while somebody turns the pages shift nothing": async (world) => {
    const { workspaceId } = exampleRun();
    const ids = await twins(world, 7, { workspaceId });
    await world.advance(10);
    const betweenPages = () => queuedRun(world, { workspaceId });
    const found = (await pages(world, { workspaceId, limit: 2, betweenPages })).flat();
    const seen = found.map(({ id }) => id).filter((id) => ids.includes(id));
    assert.deepEqual([...seen].sort(), [...ids].sort());
  },

  "a filter holds on every page": async (world) => {
    const { workspaceId } = exampleRun();
    const failed: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      failed.push((await completedRun(world, "failed", { workspaceId })).id);
      await queuedRun(world, { workspaceId });
    }
    const filter = { outcome: ["failed"] } as const;
    const found = (await pages(world, { workspaceId, filter, limit: 2 })).flat();
    assert.deepEqual(found.map(({ id }) => id).sort(), failed.sort());
  },
};
