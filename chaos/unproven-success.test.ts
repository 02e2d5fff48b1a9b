import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import { createHandEngine } from "./hand-engine.ts";
import type { ProbeStep, ProbeType } from "./probe-operations.ts";
import { openProbeWorld, type ProbeWorld } from "./probe-world.ts";

const hand = createHandEngine();
const SUCCEEDED = { does: "return", result: { outcome: "succeeded" } } as const;
let world: ProbeWorld;

beforeAll(async () => {
  world = await openProbeWorld({ engine: hand.engine });
  await world.work({ sweep: false });
}, 60_000);

afterAll(() => world.close());

for (const outcome of ["succeeded", "partially_succeeded"] as const) {
  test(`a handler that says ${outcome} and names no artifact is not believed where there must be one`, async () => {
    const run = await delivered([{ does: "return", result: { outcome } }]);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "nothing_produced"]);
    expect(run.context.reconciliation?.trigger).toBe("handler_returned");
  });
}

test("a handler that names another type of artifact is not believed either", async () => {
  const related = { type: "letter", id: "1" };
  const run = await delivered([{ does: "return", result: { outcome: "succeeded", related } }]);
  expect(run.outcome).toBe("failed");
});

test("the artifact of a handler that forgot to name it is found", async () => {
  const run = await delivered([{ does: "insert", id: "forgotten" }, SUCCEEDED]);
  expect([run.outcome, relatedOf(run.context)?.id]).toEqual(["succeeded", "forgotten"]);
});

test("a commit of success that names no artifact is undone, and its run ends by what is there", async () => {
  const run = await delivered([{ does: "commit", id: "nameless", nameless: true }]);
  expect(run.outcome).toBe("failed");
  expect(await world.artifacts(run)).toEqual([]);
});

test("a success of an operation without an artifact needs none", async () => {
  const run = await delivered([SUCCEEDED], "probe.plain");
  expect(run.outcome).toBe("succeeded");
});

test("no invariant is violated by what handlers claimed", async () => {
  expect(await world.violations()).toEqual([]);
});

async function delivered(
  steps: readonly ProbeStep[],
  type: ProbeType = "probe.make",
): Promise<OperationRun> {
  const run = await world.start({ type, steps });
  await hand.deliver(run).catch(() => undefined);
  return world.now(run);
}
