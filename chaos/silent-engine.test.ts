import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngineDriver } from "../packages/settled/src/ports/engine-driver.ts";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf } from "../packages/settled/src/run/run-context.ts";
import { SettledError } from "../packages/settled/src/run/settled-error.ts";
import { openProbeWorld, type ProbeWorld, until } from "./probe-world.ts";

const START_WITHIN_MS = 300;
const DECIDE_WITHIN_MS = 4_000;
const SOMEBODY = { kind: "operator", id: "chaos", name: "Chaos" } as const;

/** Takes what is handed over, and then says nothing and takes nothing back. */
const silent = (pgBoss: EngineDriver): EngineDriver => ({
  ...pgBoss,
  jobStateOf: () => Promise.resolve("unknown"),
  withdraw: () => Promise.reject(new SettledError("engine_unavailable", "It says nothing.")),
});

let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld({
    engine: silent,
    timeouts: { startWithinMs: START_WITHIN_MS, decideWithinMs: DECIDE_WITHIN_MS },
  });
}, 60_000);

afterAll(() => world.close());

test("a run that is cancelled is cancelled, whether or not its job can be taken away", async () => {
  const { workspaceId, id } = await world.start({});
  const answer = await world.settled.cancel({ workspaceId, id }, SOMEBODY);
  expect(answer).toMatchObject({ kind: "cancelled", run: { outcome: "cancelled" } });
});

test("a queued run is not left for ever to an engine that cannot say what became of its job", async () => {
  const run = await world.start({});
  const sweeping = async (): Promise<OperationRun> => {
    await world.settled.sweep();
    return world.now(run);
  };
  const beganMs = performance.now();
  const ended = await until(4 * DECIDE_WITHIN_MS, sweeping, ({ status }) => status === "completed");
  expect(performance.now() - beganMs).toBeGreaterThan(DECIDE_WITHIN_MS);
  expect([ended.outcome, reasonOf(ended.context)]).toEqual(["failed", "never_started"]);
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "reconciled"]);
  expect(await world.violations()).toEqual([]);
});
