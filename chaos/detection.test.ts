import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spawnDemoWorker } from "../apps/platform/src/demo/spawn-demo-worker.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { openPlatformWorld, type PlatformWorld } from "./platform-world.ts";

/** How many workers are killed; `npm run chaos` says 40. */
const DEATHS = Number(process.env["CHAOS_DEATHS"] ?? 3);
const AT_ONCE = 3;
const P99_MS = 20_000;
const MAX_MS = 23_000;
const SWEEP_EVERY_MS = 1_000;

let world: PlatformWorld;
const stopped = new AbortController();
let sweeping: Promise<void>;

beforeAll(async () => {
  world = await openPlatformWorld();
  sweeping = sweepUntilStopped();
}, 60_000);

afterAll(async () => {
  stopped.abort();
  await sweeping;
  await world.close();
});

/** This process sweeps as every worker does, with default clocks, and executes nothing. */
async function sweepUntilStopped(): Promise<void> {
  while (!stopped.signal.aborted) {
    await world.platform.settled.sweep();
    await sleep(SWEEP_EVERY_MS);
  }
}

test(
  `from SIGKILL to settled takes at most 20 s in 99 of 100 cases and never more than 23 s (${DEATHS} deaths)`,
  { timeout: 60_000 + DEATHS * 15_000 },
  async () => {
    const took: number[] = [];
    for (let death = 0; death < DEATHS; death += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, DEATHS - death) }, (_, index) =>
        timeOfOneDeath(`dead-${death + index}`),
      );
      took.push(...(await Promise.all(batch)));
    }
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    console.log(`from SIGKILL to settled: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`);
    expect(at(0.99)).toBeLessThanOrEqual(P99_MS);
    expect(at(1)).toBeLessThanOrEqual(MAX_MS);
  },
);

/** Milliseconds between the end of a worker's process and the moment at which its run was settled. */
async function timeOfOneDeath(name: string): Promise<number> {
  const scope = await world.newEnvironment(name);
  const run = await world.start(scope, "environment.snapshot.capture", {});
  const worker = spawnDemoWorker({
    databaseUrl: world.url,
    fault: "capture.after_reading=kill",
  });
  await worker.ended;
  const diedAtMs = Date.now();
  const settled = await firstSettled(run);
  expect(settled.outcome).toBe("failed");
  return Math.max((settled.completedAt?.getTime() ?? 0) - diedAtMs, 0);
}

/** A victim may have taken a sibling's job: whichever run is its own is settled within the bound all the same. */
function firstSettled(run: OperationRun): Promise<OperationRun> {
  return world.completed(run, MAX_MS + 10_000);
}
