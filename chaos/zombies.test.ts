import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import type { ReconciliationRecord } from "../packages/settled/src/run/reconciliation-record.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import { createHandEngine } from "./hand-engine.ts";
import type { ProbeStep } from "./probe-operations.ts";
import { openProbeWorld, type ProbeWorld, until } from "./probe-world.ts";
import type { ProbeProcess } from "./spawn-probe.ts";

const SHORT = { postgres: { leaseBeatMs: 500, leaseValidMs: 3_000 }, sweepEveryMs: 500 } as const;
const BUSY = { postgres: { leaseBeatMs: 1_000, leaseValidMs: 5_000 }, sweepEveryMs: 500 } as const;
const HANDS_OFF_MS = 3_000;
const BUSY_MS = 8_000;
const PAUSED_WITHIN_MS = 15_000;
const SETTLED_WITHIN_MS = 15_000;
/** One sweep, its pause before, and the commit of what it found. */
const ONE_SWEEP_MS = 2_000;

let world: ProbeWorld;
let guarding: OperationRun;
let unguarded: OperationRun;
let committing: OperationRun;
let zombie: ProbeProcess;
let first: ReconciliationRecord | undefined;

/** Far enough on that the worker is paused in the middle, and short of anything that it makes. */
function pausedBefore(...steps: readonly ProbeStep[]): readonly ProbeStep[] {
  return [{ does: "mark", word: "here" }, { does: "sleep", ms: 1_500, deaf: true }, ...steps];
}

beforeAll(async () => {
  world = await openProbeWorld(SHORT);
  guarding = await world.start({ steps: pausedBefore({ does: "guarded_insert", id: "guarded" }) });
  unguarded = await world.start({ steps: pausedBefore({ does: "insert", id: "unguarded" }) });
  committing = await world.start({ steps: pausedBefore({ does: "commit", id: "committed" }) });
  const runs = [guarding, unguarded, committing];
  zombie = world.spawn({ clocks: SHORT, work: { concurrency: 3, sweep: false } });
  await Promise.all(runs.map((run) => world.marked(run, "here", PAUSED_WITHIN_MS)));
  zombie.kill("SIGSTOP");
  // It sweeps and takes no jobs.
  await world.work({ on: world.open({ ...SHORT, engine: createHandEngine().engine }) });
  for (const run of runs) {
    const settled = await world.completed(run, SETTLED_WITHIN_MS);
    expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "went_silent"]);
    expect(await world.artifacts(run)).toEqual([]);
  }
  first = (await world.now(unguarded)).context.reconciliation;
  zombie.kill("SIGCONT");
}, 90_000);

afterAll(() => world.close());

test("a zombie that guards its writes is refused: nothing appears, and its report is kept", async () => {
  await lateReportOf(guarding);
  expect(await world.artifacts(guarding)).toEqual([]);
  expect((await world.now(guarding)).outcome).toBe("failed");
});

test("a zombie that commits is refused: neither artifact nor outcome changes, and its report is kept", async () => {
  await lateReportOf(committing);
  expect(await world.artifacts(committing)).toEqual([]);
  expect((await world.now(committing)).outcome).toBe("failed");
});

test("the artifact of a zombie that guards nothing turns its run within about one sweep, and what was said before is kept", async () => {
  const turned = await until(
    SETTLED_WITHIN_MS,
    () => world.now(unguarded),
    ({ outcome }) => outcome !== "failed",
  );
  expect([turned.outcome, relatedOf(turned.context)?.id]).toEqual(["succeeded", "unguarded"]);
  expect(first?.previous).toEqual({ status: "running", outcome: null });
  expect(turned.context.reconciliation?.previous).toEqual(first?.previous);
  const reconciled = (await world.events(unguarded)).filter(({ kind }) => kind === "reconciled");
  expect(reconciled.map(({ to }) => to.outcome)).toEqual(["failed", "succeeded"]);
  expect(await turnedWithinMs(unguarded)).toBeLessThan(ONE_SWEEP_MS);
});

test("a worker that was taken for dead takes no more jobs", async () => {
  await zombie.said("lost");
  const run = await world.start({ type: "probe.again", steps: [{ does: "commit", id: "fresh" }] });
  await sleep(HANDS_OFF_MS);
  expect(await world.kinds(run)).toEqual(["created", "dispatched"]);
});

test("a worker whose handler keeps the event loop to itself for longer than a lease is not taken for dead", async () => {
  zombie.kill("SIGKILL");
  await zombie.ended;
  const busy = world.spawn({ clocks: { ...BUSY, types: ["probe.again"] }, work: { sweep: false } });
  await busy.said("ready");
  const run = await world.start({
    type: "probe.again",
    steps: [
      { does: "spin", ms: BUSY_MS },
      { does: "commit", id: "busy" },
    ],
  });
  const done = await world.completed(run, BUSY_MS + SETTLED_WITHIN_MS);
  expect([done.outcome, done.context.reconciliation]).toEqual(["succeeded", undefined]);
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "begun", "finished"]);
});

test("after the zombies have spoken no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

async function lateReportOf(run: OperationRun): Promise<void> {
  await until(
    SETTLED_WITHIN_MS,
    () => world.kinds(run),
    (kinds) => kinds.includes("late_report"),
  );
}

/** Between the artifact's row and the reconciliation that found it, by the database's clock. */
async function turnedWithinMs(run: OperationRun): Promise<number> {
  const [row] = await world.sql<{ ms: number }>(
    `select extract(epoch from max(event.at) - max(artifact.made_at))::float8 * 1000 as ms
     from settled.operation_run_events event, probe.artifacts artifact
     where event.run_id = $1 and artifact.run_id = $1 and event.kind = 'reconciled'`,
    [run.id],
  );
  return row?.ms ?? Number.NaN;
}
