import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeTargets } from "../packages/settled/src/bulk/judge-targets.ts";
import { selectTargets } from "../packages/settled/src/bulk/select-targets.ts";
import { startBulk } from "../packages/settled/src/bulk/start-bulk.ts";
import type { BulkOrder } from "../packages/settled/src/bulk/bulk-order.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf } from "../packages/settled/src/run/run-context.ts";
import { CHAOS_TIMES } from "./chosen-points.ts";
import { openProbeWorld, type ProbeWorld, SCOPE, until } from "./probe-world.ts";
import type { ProbeProcess } from "./spawn-probe.ts";

const CLOCKS = {
  postgres: { leaseBeatMs: 500, leaseValidMs: 3_000 },
  sweepEveryMs: 500,
  bulk: true,
  types: ["probe.again"],
} as const;
/** The engine hands an action that lost its worker over again three times. */
const KILLS = Math.min(CHAOS_TIMES, 3);
const TARGETS = 240;
const ACTING_WITHIN_MS = 30_000;
const ENDED_WITHIN_MS = 60_000;
const ASKER = { kind: "user", id: "chaos", name: "Chaos" } as const;
const RERUN: BulkOrder = { action: "rerun", because: "The disk was full." };

let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld(CLOCKS);
}, 60_000);

afterAll(() => world.close());

test(
  `an action on many whose worker is killed ${KILLS} times in the middle is taken on each run once`,
  { timeout: ENDED_WITHIN_MS * (KILLS + 1) },
  async () => {
    const targets = await endedRuns("killed");
    const bulk = await rerunAll(targets);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const worker = spawnWorker();
      await reruns(targets, (TARGETS / (KILLS + 2)) * kill);
      worker.kill("SIGKILL");
      await worker.ended;
      expect((await world.now(bulk)).status).toBe("running");
    }
    spawnWorker();
    const done = await world.completed(bulk, ENDED_WITHIN_MS);
    expect([done.outcome, reasonOf(done.context)]).toEqual(["succeeded", "all_taken"]);
    expect(done.summary).toEqual({ targets: TARGETS, taken: TARGETS });
    expect(done.attempt).toBe(KILLS + 1);
    await expectEachOnce(targets);
    await endWorkers();
  },
);

// Half a minute of waiting for the engine: at full strength alone.
test.each(CHAOS_TIMES > 1 ? ["SIGSTOP" as const] : [])(
  "an action on many whose worker falls silent (%s) and comes back is taken on each run once",
  { timeout: ENDED_WITHIN_MS * 2 },
  async (signal) => {
    const targets = await endedRuns("silent");
    const bulk = await rerunAll(targets);
    const zombie = spawnWorker();
    await reruns(targets, TARGETS / 4);
    zombie.kill(signal);
    const before = await countReruns(targets);
    spawnWorker();
    await reruns(targets, before + 10);
    zombie.kill("SIGCONT");
    const done = await world.completed(bulk, ENDED_WITHIN_MS);
    expect([done.outcome, done.summary]).toEqual([
      "succeeded",
      { targets: TARGETS, taken: TARGETS },
    ]);
    await expectEachOnce(targets);
  },
);

test("after actions on many that lost their workers no invariant is violated", async () => {
  await until(
    ENDED_WITHIN_MS,
    () => world.sql<{ left: number }>(LEFT),
    ([row]) => row?.left === 0,
  );
  expect(await world.violations()).toEqual([]);
}, 90_000);

const LEFT = `select count(*)::integer as left from settled.operation_runs where status <> 'completed'`;
const RERUNS = `select rerun_of, count(*)::integer as times from settled.operation_runs
  where rerun_of = any ($1::uuid[]) group by rerun_of`;

const workers: ProbeProcess[] = [];

function spawnWorker(): ProbeProcess {
  const worker = world.spawn({ clocks: CLOCKS, work: { concurrency: 2 } });
  workers.push(worker);
  return worker;
}

/** So that what is made ready for the next action stays as it is. */
async function endWorkers(): Promise<void> {
  for (const worker of workers) worker.kill("SIGKILL");
  await Promise.all(workers.map(({ ended }) => ended));
}

async function endedRuns(mark: string): Promise<readonly OperationRun[]> {
  const indexes = Array.from({ length: TARGETS }, (_none, index) => index);
  return Promise.all(
    indexes.map(async (index) => {
      const id = `${mark}-${index}`;
      const steps = [{ does: "commit", id }] as const;
      const run = await world.start({ type: "probe.again", key: id, steps });
      const answer = await world.settled.cancel(run, ASKER);
      if (answer.kind === "refused") throw new Error(answer.because);
      return answer.run;
    }),
  );
}

async function rerunAll(runs: readonly OperationRun[]): Promise<OperationRun> {
  const { reader, catalog } = world.settled;
  const { workspaceId } = SCOPE;
  const ids = runs.map(({ id, version }) => ({ id, version }));
  const selected = await selectTargets(reader, workspaceId, { kind: "ids", ids });
  if (selected.kind === "too_many") throw new Error("These are too many.");
  const options = { reader, catalog, mayAct: () => Promise.resolve("allowed" as const) };
  const judged = await judgeTargets(options, RERUN, selected.targets);
  const answer = await startBulk((input) => world.settled.start(input), {
    workspaceId,
    order: RERUN,
    judged,
    initiator: ASKER,
  });
  if (answer.kind === "refused") throw new Error(answer.because);
  return answer.run;
}

async function countReruns(targets: readonly OperationRun[]): Promise<number> {
  return (await world.sql(RERUNS, [targets.map(({ id }) => id)])).length;
}

async function reruns(targets: readonly OperationRun[], atLeast: number): Promise<void> {
  await until(
    ACTING_WITHIN_MS,
    () => countReruns(targets),
    (count) => count >= atLeast,
  );
}

async function expectEachOnce(targets: readonly OperationRun[]): Promise<void> {
  const ids = targets.map(({ id }) => id);
  const rows = await world.sql<{ rerun_of: string; times: number }>(RERUNS, [ids]);
  expect(rows).toHaveLength(TARGETS);
  expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
}
