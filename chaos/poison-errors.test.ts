import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import { POISON_ERRORS } from "../packages/settled/src/testing/poison-errors.ts";
import { openProbeWorld, type ProbeWorld, until } from "./probe-world.ts";
import type { ProbeProcess } from "./spawn-probe.ts";

const SETTLED_WITHIN_MS = 30_000;
const TEXT_BYTES_MAX = 8_192;

const POISONS = Object.keys(POISON_ERRORS);

interface Poisoned {
  readonly empty: OperationRun;
  readonly made: OperationRun;
}

let world: ProbeWorld;
let worker: ProbeProcess;
const runs = new Map<string, Poisoned>();

beforeAll(async () => {
  world = await openProbeWorld();
  for (const [index, poison] of POISONS.entries()) {
    const broken = { does: "throw", poison } as const;
    const empty = await world.start({ steps: [broken] });
    const made = await world.start({ steps: [{ does: "insert", id: `p${index}` }, broken] });
    runs.set(poison, { empty, made });
  }
  worker = world.spawn({ work: { concurrency: 4 } });
  await worker.said("ready");
}, 60_000);

afterAll(() => world.close());

for (const [index, poison] of POISONS.entries()) {
  test(`a handler that throws ${poison} after its artifact leaves a run that succeeded by proof`, async () => {
    const run = await world.completed(runsOf(poison).made, SETTLED_WITHIN_MS);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["succeeded", "artifact_complete"]);
    expect(relatedOf(run.context)?.id).toBe(`p${index}`);
    expect(run.context.reconciliation?.trigger).toBe("job_failed");
    await expectSafeFailure(run);
    await expectFailedJob(run);
  });

  test(`a handler that throws ${poison} without an artifact leaves a failed run and a failed job`, async () => {
    const run = await world.completed(runsOf(poison).empty, SETTLED_WITHIN_MS);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "handler_failed"]);
    expect(relatedOf(run.context)).toBeNull();
    await expectSafeFailure(run);
    await expectFailedJob(run);
  });
}

test("the worker that heard all of it lives, complained of nothing, works on and stops in order", async () => {
  expect(POISONS.length).toBeGreaterThan(8);
  const plain = await world.start({ steps: [{ does: "commit", id: "after" }] });
  expect((await world.completed(plain, SETTLED_WITHIN_MS)).outcome).toBe("succeeded");
  expect(worker.alive()).toBe(true);
  worker.kill("SIGTERM");
  expect(await worker.ended).toEqual({ code: 0, signal: null });
  expect(worker.errors()).toBe("");
});

test("after all these errors no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

function runsOf(poison: string): Poisoned {
  const found = runs.get(poison);
  if (found === undefined) throw new Error(`No run was started for ${poison}.`);
  return found;
}

/** As it is stored, read past everything of ours. */
async function expectSafeFailure(run: OperationRun): Promise<void> {
  const [stored] = await world.sql<{ message: string; stack: string | null; name: string }>(
    `select failure ->> 'message' as message, failure ->> 'stack' as stack, failure ->> 'name' as name
     from settled.operation_runs where id = $1`,
    [run.id],
  );
  expect(stored?.message.length).toBeGreaterThan(0);
  for (const text of [stored?.name, stored?.message, stored?.stack ?? ""]) {
    expect(Buffer.byteLength(text ?? "")).toBeLessThanOrEqual(TEXT_BYTES_MAX);
    expect(text).not.toContain("\u0000");
    expect(text?.isWellFormed()).toBe(true);
  }
}

/** Not stuck as active: the engine could store what we told it. */
async function expectFailedJob(run: OperationRun): Promise<void> {
  const job = await until(
    5_000,
    () => world.job(run),
    (seen) => seen?.state !== "active",
  );
  expect(job?.state).toBe("failed");
  expect(JSON.stringify(job?.output).length).toBeLessThan(4 * TEXT_BYTES_MAX);
  const { failure } = await world.now(run);
  expect(JSON.stringify(job?.output)).toContain(
    JSON.stringify(failure?.message ?? "").slice(1, 20),
  );
}
