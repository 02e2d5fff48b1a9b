import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { createHandEngine } from "./hand-engine.ts";
import { createLiar, type Lie } from "./liar.ts";
import { LIAR_CLOCKS, START_WITHIN_MS } from "./liar-world.ts";
import { openProbeWorld, type ProbeWorld } from "./probe-world.ts";

const BEGUN_WITHIN_MS = 5_000;

const hand = createHandEngine();
const lies = new Map<string, Lie>([["slow to look", { gather: deliverFirst }]]);
let world: ProbeWorld;
let delivery: Promise<void> | null = null;

beforeAll(async () => {
  world = await openProbeWorld({
    ...LIAR_CLOCKS,
    adapterTimeoutMs: BEGUN_WITHIN_MS,
    adapter: createLiar(lies),
    engine: hand.engine,
  });
  await world.work({ sweep: false });
}, 60_000);

afterAll(() => world.close());

test("a run that a living worker begins while a sweep judges it is not judged as over its time", async () => {
  const run = await world.start({
    key: "slow to look",
    steps: [
      { does: "mark", word: "begun" },
      { does: "sleep", ms: 1_500 },
      { does: "commit", id: "begun-while-judged" },
    ],
  });
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  await sleep(START_WITHIN_MS + 100);
  expect(await world.settled.sweep()).toMatchObject({ claimed: 1, changed: 0 });
  expect((await world.now(run)).status).toBe("running");
  await delivery;
  expect((await world.now(run)).outcome).toBe("succeeded");
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "begun", "finished"]);
  expect(await world.violations()).toEqual([]);
});

/** The job that seemed lost comes while its run is being judged: what is found was true a moment ago. */
async function deliverFirst(_truth: unknown, run: OperationRun): Promise<readonly []> {
  delivery ??= hand.deliver(run);
  await world.marked(run, "begun", BEGUN_WITHIN_MS);
  return [];
}
