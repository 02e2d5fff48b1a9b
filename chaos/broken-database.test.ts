import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { relatedOf } from "../packages/settled/src/run/run-context.ts";
import { openProbeWorld, type ProbeWorld, SCOPE } from "./probe-world.ts";
import type { ProbeProcess } from "./spawn-probe.ts";
import { unheardDuring } from "../packages/settled/src/postgres/unheard-during.test-kit.ts";

const RUNS = 20;
const STORM_MS = 5_000;
const CUT_EVERY_MS = 200;
const OUTAGE_MS = 4_000;
/** A lease that ran out meanwhile, a sweep, a question and the way there. */
const SETTLED_WITHIN_MS = 30_000;
/** A sweep, a question and five seconds. */
const SOON_MS = 12_000;
const TAKEN_WITHIN_MS = 15_000;
const CLOCKS = { sweepEveryMs: 500 } as const;
// A vacuum of the server's own account is nobody's connection, and may not be ended by ours.
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = $1 and backend_type = 'client backend' and pid <> pg_backend_pid()`;

let world: ProbeWorld;
let worker: ProbeProcess;

beforeAll(async () => {
  world = await openProbeWorld(CLOCKS);
  worker = world.spawn({ clocks: CLOCKS, work: { concurrency: 4 } });
  await worker.said("ready");
}, 60_000);

afterAll(async () => {
  await world.onServer(`alter database ${name()} with allow_connections true`);
  await world.close();
});

test(
  "twenty runs under way while every connection is cut five times a second all end right, none twice",
  { timeout: 60_000 },
  async () => {
    const runs: OperationRun[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      const id = `storm-${index}`;
      runs.push(
        await world.start({
          steps: [
            { does: "sleep", ms: 150 },
            { does: "commit", id },
          ],
        }),
      );
    }
    const untilMs = performance.now() + STORM_MS;
    while (performance.now() < untilMs) {
      await world.onServer(CUT, [name()]);
      await sleep(CUT_EVERY_MS);
    }
    expect([worker.alive(), worker.errors()]).toEqual([true, ""]);
    for (const run of runs) await expectRightEnd(run);
    const outcomes = await Promise.all(runs.map(async (run) => (await world.now(run)).outcome));
    console.log(
      `cut connections: ${outcomes.filter((outcome) => outcome === "succeeded").length} of ${RUNS} succeeded`,
    );
  },
);

test("a connection that is cut while an adapter looks fails the look and not the process", async () => {
  const unheard = await unheardDuring(async () => {
    const look = world.settled.truth.withTruth(SCOPE, { timeoutMs: 2_000 }, async (truth) => {
      const [row] = await truth.query<{ pid: number }>("select pg_backend_pid() as pid");
      await world.onServer("select pg_terminate_backend($1)", [row?.pid]);
      await sleep(200);
      return truth.query("select 1");
    });
    await expect(look).rejects.toThrow(/./);
  });
  expect(unheard).toEqual([]);
});

test(
  "runs whose handlers outlast an outage of the database end as if there had been none",
  { timeout: 60_000 },
  async () => {
    const runs = await underWay("outlasts", OUTAGE_MS + 3_000);
    await outage();
    for (const run of runs) {
      const ended = await world.completed(run, SETTLED_WITHIN_MS);
      expect([ended.outcome, ended.attempt]).toEqual(["succeeded", 1]);
      await expectRightEnd(run);
    }
  },
);

test(
  "runs whose handlers end during an outage of the database are settled soon after it",
  { timeout: 60_000 },
  async () => {
    const runs = await underWay("ends-within", OUTAGE_MS / 2);
    await outage();
    for (const run of runs) await expectRightEnd(run, SOON_MS);
  },
);

test("after storm and outage no invariant is violated, and the worker complained to nobody", async () => {
  expect(await world.violations()).toEqual([]);
  expect(worker.alive()).toBe(true);
  expect(worker.errors()).toBe("");
});

function name(): string {
  return new URL(world.url).pathname.slice(1);
}

async function underWay(what: string, ms: number): Promise<readonly OperationRun[]> {
  const starts = Array.from({ length: 3 }, (_, index) =>
    world.start({
      steps: [
        { does: "mark", word: "here" },
        { does: "sleep", ms },
        { does: "commit", id: `${what}-${index}` },
      ],
    }),
  );
  const runs = await Promise.all(starts);
  await Promise.all(runs.map((run) => world.marked(run, "here", TAKEN_WITHIN_MS)));
  return runs;
}

/** Nobody gets in, and whoever is in is thrown out. */
async function outage(): Promise<void> {
  await world.onServer(`alter database ${name()} with allow_connections false`);
  await world.onServer(CUT, [name()]);
  await sleep(OUTAGE_MS);
  await world.onServer(`alter database ${name()} with allow_connections true`);
}

/** Its own artifact and succeeded, or none and failed. */
async function expectRightEnd(run: OperationRun, withinMs = SETTLED_WITHIN_MS): Promise<void> {
  const ended = await world.completed(run, withinMs);
  const made = await world.artifacts(run);
  expect([ended.outcome, made.length]).toEqual(
    ended.outcome === "succeeded" ? ["succeeded", 1] : ["failed", 0],
  );
  expect(relatedOf(ended.context)?.id).toBe(made[0]);
}
