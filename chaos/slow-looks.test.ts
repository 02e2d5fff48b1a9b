import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { createHandEngine } from "./hand-engine.ts";
import { createLiar } from "./liar.ts";
import { hangs, START_WITHIN_MS } from "./liar-world.ts";
import { openProbeWorld, type ProbeWorld, until } from "./probe-world.ts";

const HANGING = 60;
const ADAPTER_TIMEOUT_MS = 4_000;
const SWEEP_EVERY_MS = 200;
/** A few sweeps and a question, but no time limit of an adapter. */
const SOON_MS = ADAPTER_TIMEOUT_MS / 2;

const hand = createHandEngine();
let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld({
    adapter: createLiar(new Map([["hangs", hangs]])),
    adapterTimeoutMs: ADAPTER_TIMEOUT_MS,
    engine: hand.engine,
    sweepEveryMs: SWEEP_EVERY_MS,
    timeouts: { startWithinMs: START_WITHIN_MS },
  });
}, 60_000);

afterAll(() => world.close());

test("sixty looks that hang delay neither a run of another operation nor the end of a dead worker", async () => {
  for (let index = 0; index < HANGING; index += 1) await lost("probe.make", `hangs#${index}`);
  await sleep(START_WITHIN_MS);
  await world.work();
  await sleep(3 * SWEEP_EVERY_MS);
  const begunMs = performance.now();
  const honest = await lost("probe.plain", "honest");
  const dead = randomUUID();
  await world.sql(
    "insert into settled.worker_leases (id, name, expires_at) values ($1, 'dead', now())",
    [dead],
  );
  const ended = "select ended_at from settled.worker_leases where id = $1 and ended_at is not null";
  await until(
    SOON_MS,
    () => world.sql(ended, [dead]),
    ({ length }) => length > 0,
  );
  const settled = await world.completed(honest, START_WITHIN_MS + SOON_MS);
  expect(settled.outcome).toBe("failed");
  expect(performance.now() - begunMs).toBeLessThan(ADAPTER_TIMEOUT_MS);
});

test("an honest run of the same operation waits for no more than a few time limits", async () => {
  const honest = await lost("probe.make", "honest-too");
  expect((await world.completed(honest, 4 * ADAPTER_TIMEOUT_MS)).outcome).toBe("failed");
  expect(await world.violations()).toEqual([]);
});

async function lost(type: "probe.make" | "probe.plain", key: string): Promise<OperationRun> {
  const run = await world.start({ type, key });
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  return run;
}
