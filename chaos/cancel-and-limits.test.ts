import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { WorkerHandle } from "../packages/settled/src/start-worker.ts";
import { createHandEngine } from "./hand-engine.ts";
import { openProbeWorld, type ProbeStart, type ProbeWorld } from "./probe-world.ts";

const ACTOR = { kind: "user", id: "chaos", name: "Chaos" } as const;
const RACES = 50;
const RACES_AT_ONCE = 5;
const RUN_WITHIN_MS = 3_000;
const LIMITS = { timeouts: { runWithinMs: RUN_WITHIN_MS }, sweepEveryMs: 300 } as const;
const CLOCKS = { sweepEveryMs: 300 } as const;
/** One look of the worker every 2 s, and the way there. */
const HEARD_WITHIN_MS = 3_500;
/** A handler that ignores its signal is left after 10 s. */
const LEFT_WITHIN_MS = 15_000;
const TAKEN_WITHIN_MS = 15_000;
const LONG_MS = 60_000;

let world: ProbeWorld;
let worker: WorkerHandle | null = null;
const hand = createHandEngine();

beforeAll(async () => {
  world = await openProbeWorld(CLOCKS);
  await world.work({ on: world.open({ ...CLOCKS, engine: hand.engine }), sweep: false });
}, 60_000);

afterAll(() => world.close());

test("a queued run that is cancelled ends at once, and its job is gone", async () => {
  const run = await world.start({ steps: [{ does: "commit", id: "never" }] });
  expect((await cancel(run)).kind).toBe("cancelled");
  const ended = await world.now(run);
  expect([ended.outcome, reasonOf(ended.context)]).toEqual(["cancelled", "cancelled_before_start"]);
  expect(await world.job(run)).toBeNull();
  expect(await cancel(run)).toEqual({ kind: "refused", because: "already_completed" });
});

test("a job that is delivered after its run was cancelled is ignored, and the timeline says so", async () => {
  const run = await world.start({ steps: [{ does: "commit", id: "late" }] });
  await cancel(run);
  await hand.deliver(run);
  expect((await world.now(run)).outcome).toBe("cancelled");
  expect(await world.kinds(run)).toEqual([
    "created",
    "dispatched",
    "cancelled",
    "delivery_ignored",
  ]);
  expect(await world.artifacts(run)).toEqual([]);
});

test(
  "a cancel that races the end of its run has one winner every time",
  { timeout: 60_000 },
  async () => {
    const outcomes: string[] = [];
    for (let race = 0; race < RACES; race += RACES_AT_ONCE) {
      const batch = Array.from({ length: RACES_AT_ONCE }, (_, index) => raced(race + index));
      outcomes.push(...(await Promise.all(batch)));
    }
    // A race that always has the same winner is none.
    expect(new Set(outcomes)).toEqual(new Set(["succeeded", "cancelled"]));
  },
);

test("a handler that listens stops within seconds of the cancel, and its run is cancelled", async () => {
  worker = await world.work();
  const run = await underWay({ steps: [{ does: "sleep", ms: LONG_MS }] });
  expect((await cancel(run)).kind).toBe("requested");
  expect((await cancel(run)).kind).toBe("already_requested");
  const ended = await world.completed(run, HEARD_WITHIN_MS);
  expect([ended.outcome, reasonOf(ended.context)]).toEqual(["cancelled", "cancelled_on_request"]);
});

test("a handler that ignores its cancel is left after ten seconds, and its run is cancelled", async () => {
  const run = await underWay({ steps: [{ does: "sleep", ms: LONG_MS, deaf: true }] });
  await cancel(run);
  const ended = await world.completed(run, LEFT_WITHIN_MS);
  expect([ended.outcome, reasonOf(ended.context)]).toEqual(["cancelled", "cancelled_on_request"]);
});

test("a cancelled run whose artifact was already there says that it succeeded", async () => {
  const run = await underWay({
    steps: [
      { does: "insert", id: "already" },
      { does: "sleep", ms: LONG_MS },
    ],
  });
  await cancel(run);
  const ended = await world.completed(run, HEARD_WITHIN_MS);
  expect([ended.outcome, relatedOf(ended.context)?.id]).toEqual(["succeeded", "already"]);
  expect(ended.cancelRequestedAt).not.toBeNull();
  await worker?.stop({ graceMs: 0 });
});

test("a run that hangs past its time limit is settled by what it made, while its worker lives", async () => {
  const limited = await world.work({ on: world.open(LIMITS) });
  const hang = { does: "sleep", ms: LONG_MS, deaf: true } as const;
  const [empty, made] = await Promise.all([
    underWay({ steps: [hang] }),
    underWay({ steps: [{ does: "insert", id: "limit" }, hang] }),
  ]);
  const limit = RUN_WITHIN_MS + HEARD_WITHIN_MS;
  const without = await world.completed(empty, limit);
  expect([without.outcome, reasonOf(without.context)]).toEqual(["failed", "time_limit_passed"]);
  const withIt = await world.completed(made, limit);
  expect([withIt.outcome, relatedOf(withIt.context)?.id]).toEqual(["succeeded", "limit"]);
  for (const run of [without, withIt]) {
    expect(run.context.reconciliation?.trigger).toBe("time_limit");
  }
  await limited.stop({ graceMs: 0 });
});

for (const deaf of [false, true]) {
  const what = deaf ? "ignores its signal" : "listens";
  test(`a worker that is told to stop ends although its handler ${what}, and the run is settled`, async () => {
    const child = world.spawn({ clocks: CLOCKS, work: { sweep: false, graceMs: 1_000 } });
    await child.said("ready");
    const sweeper = await world.work({
      on: world.open({ ...CLOCKS, engine: createHandEngine().engine }),
    });
    const run = await underWay({ steps: [{ does: "sleep", ms: LONG_MS, deaf }] });
    child.kill("SIGTERM");
    const ended = await Promise.race([child.ended, sleep(LEFT_WITHIN_MS, "still there")]);
    expect(ended).toEqual({ code: 0, signal: null });
    const settled = await world.completed(run, LEFT_WITHIN_MS);
    expect(settled.outcome).toBe("failed");
    expect(["handler_failed", "went_silent"]).toContain(reasonOf(settled.context));
    await sweeper.stop();
  });
}

test("after all cancels and limits no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

/** A run whose handler is at work. */
async function underWay({ steps = [] }: ProbeStart): Promise<OperationRun> {
  const [last] = steps.slice(-1);
  const marked = [...steps.slice(0, -1), { does: "mark", word: "here" } as const];
  const run = await world.start({ steps: last === undefined ? marked : [...marked, last] });
  await world.marked(run, "here", TAKEN_WITHIN_MS);
  return run;
}

function cancel({ workspaceId, id }: OperationRun) {
  return world.settled.cancel({ workspaceId, id }, ACTOR);
}

/** Delivers and cancels within the same few milliseconds; whoever won, artifact and outcome agree. */
async function raced(race: number): Promise<string> {
  const id = `race-${race}`;
  const run = await world.start({ steps: [{ does: "commit", id }] });
  const cancelled = sleep(race % 20).then(() => cancel(run));
  // The job of a handler that was stopped fails; that is its own affair.
  await Promise.all([hand.deliver(run).catch(() => undefined), cancelled]);
  const ended = await world.now(run);
  expect(ended.status).toBe("completed");
  expect(await world.artifacts(run)).toEqual(ended.outcome === "succeeded" ? [id] : []);
  const ends = ["finished", "cancelled", "reconciled"];
  expect((await world.kinds(run)).filter((kind) => ends.includes(kind))).toHaveLength(1);
  return ended.outcome ?? "";
}
