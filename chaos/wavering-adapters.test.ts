import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { Lie } from "./liar.ts";
import {
  ADAPTER_TIMEOUT_MS,
  CLAIM,
  DECIDE_WITHIN_MS,
  hangs,
  LIAR_CLOCKS,
  type LiarWorld,
  NOTHING,
  openLiarWorld,
  PERSON,
  refOf,
  says,
  SOMEBODY,
  START_WITHIN_MS,
  UNDECIDED,
} from "./liar-world.ts";
import { SCOPE, until } from "./probe-world.ts";
import { unheardDuring } from "../packages/settled/src/postgres/unheard-during.test-kit.ts";

const SETTLED_WITHIN_MS = 10_000;
const HOUR_MS = 3_600_000;

const lies = new Map<string, Lie>([
  ["honest", {}],
  ["hangs", hangs],
  ["undecided for an hour", says({ ...UNDECIDED, checkAgainAfterMs: HOUR_MS })],
  [
    "undecided twice",
    {
      decide: (_run, asked) => (asked < 3 ? { ...UNDECIDED, checkAgainAfterMs: 300 } : NOTHING),
    },
  ],
  [
    "no, yes, no",
    {
      decide: (run, asked) =>
        asked === 2 ? { ...CLAIM, related: refOf(`own-${run.id}`) } : NOTHING,
    },
  ],
  ["no, perhaps, no", { decide: (_run, asked) => (asked % 2 === 0 ? PERSON : NOTHING) }],
]);
let world: LiarWorld;

beforeAll(async () => {
  world = await openLiarWorld(lies);
}, 60_000);

afterAll(() => world.close());

test("two artifacts of one run are a person's choice: both are listed and none is picked", async () => {
  const run = await world.judged("honest#two", async ({ id }) => {
    await world.makeArtifact("one", id);
    await world.makeArtifact("two", id);
  });
  expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "ambiguous"]);
  expect(relatedOf(run.context)).toBeNull();
  const detail = (await world.events(run)).findLast(({ kind }) => kind === "reconciled")?.detail;
  expect(detail).toMatchObject({ candidates: [refOf("one"), refOf("two")] });
});

test("an adapter that is undecided for a while is asked again and believed", async () => {
  const asked = await world.judged("undecided twice");
  expect(asked.status).toBe("running");
  const run = await world.completed(asked, SETTLED_WITHIN_MS);
  expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "nothing_produced"]);
});

test("an adapter that is undecided for an hour is not waited for beyond the deadline", async () => {
  const run = await world.judged("undecided for an hour");
  const settled = await world.completed(run, DECIDE_WITHIN_MS + ADAPTER_TIMEOUT_MS);
  expect(reasonOf(settled.context)).toBe("undecided_too_long");
});

test("an adapter that says no, then yes, then no is recorded twice and comes to rest at yes", async () => {
  const run = await world.judged("no, yes, no", ({ id }) => world.makeArtifact(`own-${id}`, id));
  await expectAtRest(run, ["failed", "succeeded"]);
});

test("an adapter that wavers between no and perhaps comes to rest with a person", async () => {
  await expectAtRest(await world.judged("no, perhaps, no"), ["failed", "attention_required"]);
});

test("an artifact that is deleted after the success leaves the success, and the invariants say it is gone", async () => {
  const run = await world.judged("honest#deleted", ({ id }) => world.makeArtifact("deleted", id));
  expect(run.outcome).toBe("succeeded");
  await world.sql("delete from probe.artifacts where id = 'deleted'");
  await world.settled.reconcile({ run, actor: SOMEBODY });
  expect(await world.now(run)).toEqual(run);
  expect(await world.violations()).toMatchObject([
    { invariant: "no_contradiction", runId: run.id },
  ]);
  await world.makeArtifact("deleted", run.id);
});

test("a run of an operation without an adapter that began needs a person; one that never began has failed", async () => {
  const began = await world.start({ type: "probe.plain", steps: [{ does: "throw" }] });
  await world.hand.deliver(began).catch(() => undefined);
  const asked = await world.now(began);
  expect([asked.outcome, reasonOf(asked.context)]).toEqual(["attention_required", "no_adapter"]);
  const lost = await world.start({ type: "probe.plain" });
  await world.sql("delete from pgboss.job where id = $1", [lost.id]);
  const settled = await world.completed(lost, SETTLED_WITHIN_MS);
  expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "never_started"]);
});

test("a look at the truth that begins too late leaves no rejection that would end the process", async () => {
  const late = { timeoutMs: ADAPTER_TIMEOUT_MS, signal: AbortSignal.abort() };
  const unheard = await unheardDuring(async () => {
    const look = world.settled.truth.withTruth(SCOPE, late, async (truth) => {
      await sleep(50);
      return truth.query("select 1");
    });
    await expect(look).rejects.toThrow("within its time limit");
  });
  expect(unheard).toEqual([]);
});

test("an honest run is settled at once beside six adapters that hang", async () => {
  await expectSettledBeside(6);
});

test("an honest run is settled at once beside more hanging adapters than there are connections", async () => {
  // What is left unheard has a test of its own, above.
  let late: unknown;
  await unheardDuring(() => expectSettledBeside(20).catch((error: unknown) => void (late = error)));
  if (late !== undefined) throw late as Error;
});

test("a process that does not know an operation never decides its run; one that knows it does", async () => {
  await world.worker.stop();
  const stranger = world.open({
    ...LIAR_CLOCKS,
    types: ["probe.plain"],
    engine: world.hand.engine,
  });
  const [run] = await lost("honest#unknown");
  if (run === undefined) throw new Error("No run was started.");
  for (let sweep = 0; sweep < 5; sweep += 1) await stranger.settled.sweep();
  const { found } = await stranger.settled.reconcile({ run, actor: SOMEBODY });
  expect(found).toEqual({ kind: "unknown_operation" });
  expect(await world.now(run)).toEqual(run);
  const sweptRun = () => world.settled.sweep().then(() => world.now(run));
  const decided = await until(SETTLED_WITHIN_MS, sweptRun, ({ status }) => status === "completed");
  expect(decided.outcome).toBe("failed");
});

test("a sweep with forty runs whose adapter hangs settles an honest run within two time limits", async () => {
  const hanging = Array.from({ length: 40 }, (_, index) => `hangs#due-${index}`);
  const runs = await lost(...hanging, "honest#due");
  const sweeping = world.settled.sweep();
  try {
    const honest = runs.at(-1) as OperationRun;
    expect((await world.completed(honest, 2 * ADAPTER_TIMEOUT_MS)).outcome).toBe("failed");
  } finally {
    await sweeping;
  }
});

test("after all this wavering no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

/** Runs whose jobs are gone, once they are due. */
async function lost(...keys: readonly string[]): Promise<readonly OperationRun[]> {
  const runs: OperationRun[] = [];
  for (const key of keys) runs.push(await world.start({ key }));
  await world.sql("delete from pgboss.job where id = any ($1)", [runs.map(({ id }) => id)]);
  await sleep(START_WITHIN_MS + 100);
  return runs;
}

async function expectSettledBeside(count: number): Promise<void> {
  const hanging = Array.from({ length: count }, (_, index) =>
    world.judged(`hangs#${count}-${index}`),
  );
  try {
    await sleep(100);
    const askedAtMs = performance.now();
    const run = await world.judged(`honest#${count}`);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "nothing_produced"]);
    expect(performance.now() - askedAtMs).toBeLessThan(ADAPTER_TIMEOUT_MS);
  } finally {
    await Promise.allSettled(hanging);
  }
}

/** The looks after the last one told have no say any more, and the first record's `previous` stands. */
async function expectAtRest(run: OperationRun, told: readonly string[]): Promise<void> {
  const isTurned = ({ outcome }: OperationRun) => outcome === told.at(-1);
  await until(SETTLED_WITHIN_MS, () => world.now(run), isTurned);
  for (let look = 0; look < 4; look += 1) {
    await world.settled.reconcile({ run: await world.now(run), actor: SOMEBODY });
  }
  const reconciled = (await world.events(run)).filter(({ kind }) => kind === "reconciled");
  expect(reconciled.map(({ to }) => to.outcome)).toEqual(told);
  const { context } = await world.now(run);
  expect(context.reconciliation?.previous).toEqual({ status: "running", outcome: null });
}
