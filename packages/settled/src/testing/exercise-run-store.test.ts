import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RunWriter } from "../ports/run-writer.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunId } from "../run/scope.ts";
import { exerciseRunStore } from "./exercise-run-store.ts";
import { createManualClock } from "./manual-clock.ts";
import { createMemoryRunStore, type MemoryRunStore } from "./memory-run-store.ts";

type Plant = (store: MemoryRunStore) => Partial<MemoryRunStore>;

/** Deliberate violations, each with a case that must turn red. */
const PLANTED: Readonly<Record<string, { readonly red: string; readonly plant: Plant }>> = {
  "finishing without asking for the attempt": {
    red: "a finish by an attempt that lost the run is refused",
    plant: (store) => ({
      finishRun: async (attempt, ...rest) => {
        const run = await store.findRun(attempt.workspaceId, attempt.id);
        const held = { attempt: run?.attempt ?? 0, ownerId: run?.ownerId ?? attempt.ownerId };
        return store.finishRun({ ...attempt, ...held }, ...rest);
      },
    }),
  },
  "finishing without asking for the owner": {
    red: "a finish by another worker is refused",
    plant: (store) => ({
      finishRun: async (attempt, ...rest) => {
        const run = await store.findRun(attempt.workspaceId, attempt.id);
        return store.finishRun({ ...attempt, ownerId: run?.ownerId ?? attempt.ownerId }, ...rest);
      },
    }),
  },
  "progress of an old attempt": {
    red: "progress of an attempt that lost the run is refused",
    plant: (store) => ({
      recordProgress: async (attempt, progress) => {
        const run = await store.findRun(attempt.workspaceId, attempt.id);
        const held = { attempt: run?.attempt ?? 0, ownerId: run?.ownerId ?? attempt.ownerId };
        return store.recordProgress({ ...attempt, ...held }, progress);
      },
    }),
  },
  "deciding about a version that nobody has seen": {
    red: "a decision about an older version is refused",
    plant: (store) => ({
      reconcileRun: async (seen, ...rest) => {
        const run = await store.findRun(seen.workspaceId, seen.id);
        return store.reconcileRun({ ...seen, version: run?.version ?? 0 }, ...rest);
      },
    }),
  },
  "reconciling overwrites what was reported first": {
    red: "what was reported first is kept over two reconciliations",
    plant: forgetsPrevious,
  },
  "a joined start is told that its own run stands": {
    red: "a second start of the same work joins the first run and changes nothing",
    plant: (store) => ({
      insertRun: async (given, ...rest) => {
        const { kind, run } = await store.insertRun(given, ...rest);
        return { kind, run: { ...run, id: given.id } };
      },
    }),
  },
  "a start that looks first and inserts later": {
    red: "a hundred starts at once make one run that the other ninety-nine join",
    plant: (store) => ({
      insertRun: async (given, ...rest) => {
        const { operationType, identityKey } = given;
        const found = await store.findActiveRun(given, operationType, identityKey);
        if (found !== null) return { kind: "joined", run: found };
        const run = { ...given, identityKey: `${identityKey}${randomUUID()}` };
        return store.insertRun(run, ...rest);
      },
    }),
  },
  "a claim that leaves the run due": {
    red: "two sweepers at once never claim the same run, and miss none",
    plant: (store) => ({
      claimDueRuns: async (options) => {
        const claimed = await store.claimDueRuns(options);
        for (const run of claimed) await store.postponeRun(run, 0);
        return claimed;
      },
    }),
  },
  "a claim of operations that the sweeper does not know": {
    red: "runs of operations that the sweeper does not know are left alone",
    plant: claimsEverything,
  },
  "finding runs of other workspaces": {
    red: "another workspace sees nothing of a run",
    plant: (store) => ({ findRun: (_, id) => store.findCorrelatedRun(id) }),
  },
  "a late report that wakes nobody": {
    red: "a late report about a run that was settled as failed makes it due at once",
    plant: (store) => ({
      recordEvent: (key, event) => store.recordEvent(key, { ...event, wake: false }),
    }),
  },
  "a begin by a worker whose lease is over": {
    red: "a worker whose lease is over begins nothing",
    plant: (store) => ({
      beginRun: (seen, options) => {
        store.addLease(options.ownerId);
        return store.beginRun(seen, options);
      },
    }),
  },
  "dead workers that nobody notices": {
    red: "when a worker is dead, its runs are told silent and are due at once",
    plant: () => ({ endDeadLeases: async () => ({ workers: 0, runs: 0 }) }),
  },
  "pages that begin behind a time": {
    red: "runs that were asked for at the same moment are each on one page",
    plant: (store) => ({
      listRuns: async (input) => {
        if (input.after === null) return store.listRuns(input);
        const until = input.after.createdAt;
        return store.listRuns({ ...input, after: null, filter: { ...input.filter, until } });
      },
    }),
  },
  "a search that looks inside of words": {
    red: "a search finds only what has all of its words, and takes no mark for a pattern",
    plant: (store) => ({
      listRuns: async ({ filter: { search, ...filter }, ...input }) => {
        const page = await store.listRuns({ ...input, filter });
        const runs = page.runs.filter((run) => JSON.stringify(run).includes(search ?? ""));
        return { ...page, runs };
      },
    }),
  },
  "a search for any one of its words": {
    red: "a search finds only what has all of its words, and takes no mark for a pattern",
    plant: (store) => ({
      listRuns: ({ filter: { search, ...filter }, ...input }) => {
        const [first] = search?.split(" ") ?? [];
        const asked = first === undefined ? filter : { ...filter, search: first };
        return store.listRuns({ ...input, filter: asked });
      },
    }),
  },
  "a count without its limit": {
    red: "runs are counted as they are listed, up to the limit",
    plant: (store) => ({
      countRuns: (input) => store.countRuns({ ...input, atMost: Number.POSITIVE_INFINITY }),
    }),
  },
  "a transaction that keeps what was rolled back": {
    red: "a finish in a transaction that is rolled back did not happen",
    plant: (store) => ({
      finishRun: (attempt, finish, actor) => store.finishRun(attempt, finish, actor),
      guardRun: async (attempt) => {
        const run = await store.findRun(attempt.workspaceId, attempt.id);
        return run === null ? { kind: "refused", current: null } : { kind: "written", run };
      },
    }),
  },
};

for (const [violation, { red, plant }] of Object.entries(PLANTED)) {
  test(`the exam turns red on: ${violation}`, async () => {
    expect(await redCases(plant)).toContain(red);
  });
}

test("the exam asks at least forty-five questions, and a true store answers all", async () => {
  expect(casesOf(() => ({})).size).toBeGreaterThanOrEqual(45);
  expect(await redCases(() => ({}))).toEqual([]);
});

async function redCases(plant: Plant): Promise<string[]> {
  const red: string[] = [];
  for (const [name, body] of casesOf(plant)) {
    await body().catch(() => red.push(name));
  }
  return red;
}

function casesOf(plant: Plant): Map<string, () => Promise<void>> {
  const cases = new Map<string, () => Promise<void>>();
  exerciseRunStore({
    test: (name, body) => cases.set(name, body),
    async makeWorld() {
      const clock = createManualClock();
      const store = createMemoryRunStore({ clock });
      const planted = { ...store, ...plant(store) };
      return {
        reader: planted,
        writer: planted,
        checks: planted,
        transaction: planted,
        newLease: async () => {
          const id = randomUUID();
          store.addLease(id);
          return id;
        },
        killLease: async (id) => store.expireLease(id),
        advance: (ms) => clock.advance(ms),
        close: async () => undefined,
      };
    },
  });
  return cases;
}

/** Stores the record as if each reconciliation were the first. */
function forgetsPrevious(store: MemoryRunStore): Partial<MemoryRunStore> {
  const overwritten = new Map<RunId, Pick<OperationRun, "status" | "outcome">>();
  const told = (run: OperationRun): OperationRun => {
    const previous = overwritten.get(run.id);
    const { reconciliation } = run.context;
    if (previous === undefined || reconciliation === undefined) return run;
    return { ...run, context: { ...run.context, reconciliation: { ...reconciliation, previous } } };
  };
  const reconcileRun: RunWriter["reconcileRun"] = async (seen, ...rest) => {
    const before = await store.findRun(seen.workspaceId, seen.id);
    const answer = await store.reconcileRun(seen, ...rest);
    if (answer.kind === "refused" || before === null) return answer;
    overwritten.set(before.id, { status: before.status, outcome: before.outcome });
    return { kind: "written", run: told(answer.run) };
  };
  const findRun: MemoryRunStore["findRun"] = async (workspaceId, id) => {
    const run = await store.findRun(workspaceId, id);
    return run === null ? null : told(run);
  };
  return { reconcileRun, findRun };
}

/** Remembers every type that was ever stored and claims them all. */
function claimsEverything(store: MemoryRunStore): Partial<MemoryRunStore> {
  const operationTypes = new Set<string>();
  return {
    insertRun: (given, ...rest) => {
      operationTypes.add(given.operationType);
      return store.insertRun(given, ...rest);
    },
    claimDueRuns: (options) =>
      store.claimDueRuns({ ...options, operationTypes: [...operationTypes] }),
  };
}
