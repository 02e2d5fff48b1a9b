import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf } from "../packages/settled/src/run/run-context.ts";
import { asWorkspaceId } from "../packages/settled/src/run/scope.ts";
import { createHandEngine, type HandEngine } from "./hand-engine.ts";
import type { Probe } from "./open-probe.ts";
import type { ProbeStep } from "./probe-operations.ts";
import { openProbeWorld, type ProbeWorld, SCOPE, until } from "./probe-world.ts";

const SETTLED_WITHIN_MS = 20_000;
const DELIVERIES = 100;
const WORKERS = 10;
const CROWD_ROUNDS = 6;
const CLOCKS = { timeouts: { startWithinMs: 500 }, sweepEveryMs: 300 } as const;

let world: ProbeWorld;
let boss: PgBoss;
/** A second process whose deliveries come from the test. */
let byHand: Probe;
const hand = createHandEngine();
const others = Array.from({ length: WORKERS }, createHandEngine);

beforeAll(async () => {
  world = await openProbeWorld(CLOCKS);
  boss = new PgBoss({ connectionString: world.url, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  byHand = world.open({ ...CLOCKS, engine: hand.engine });
  await world.work({ on: byHand, sweep: false });
  for (const other of others) {
    await world.work({ on: world.open({ ...CLOCKS, engine: other.engine }), sweep: false });
  }
  await world.work();
}, 60_000);

afterAll(async () => {
  await boss?.stop({ graceful: false });
  await world.close();
});

test("a hundred deliveries of one run at the same moment never execute it twice, to one worker or to ten", async () => {
  for (const crowd of [[hand], others]) {
    const run = await held(`crowd-${crowd.length}`, slowly(`crowd-${crowd.length}`));
    await deliveredTo(crowd, run);
    expect((await marksOf(run)).length).toBeLessThan(2);
    expect((await world.kinds(run)).filter((kind) => kind === "begun").length).toBeLessThan(2);
  }
});

test("of a hundred deliveries of one run one is executed, the others are ignored, and no job fails", async () => {
  for (let round = 0; round < CROWD_ROUNDS; round += 1) {
    for (const crowd of [[hand], others]) {
      const id = `round-${round}-${crowd.length}`;
      const run = await held(id, slowly(id));
      expect(await deliveredTo(crowd, run)).toEqual([]);
      await expectBegunOnce(run, DELIVERIES - 1);
    }
  }
});

test("the bridge called ten times at once settles a run once, and changes nothing afterwards", async () => {
  const run = await held("given-up");
  await world.sql("update pgboss.job set state = 'failed' where id = $1", [run.id]);
  await Promise.all(Array.from({ length: 10 }, () => hand.giveUp(run)));
  const settled = await world.now(run);
  expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "never_started"]);
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "reconciled"]);
  await hand.giveUp(run);
  await hand.giveUp(run);
  expect(await world.now(run)).toEqual(settled);
});

test("the bridge called for a run that succeeded changes nothing", async () => {
  const run = await held("fine", [{ does: "commit", id: "fine" }]);
  await hand.deliver(run);
  const before = await world.now(run);
  expect(before.outcome).toBe("succeeded");
  await hand.giveUp(run);
  await hand.giveUp(run);
  expect(await world.now(run)).toEqual(before);
});

test("a job that comes a second time after its run is over is ignored, and the timeline says so", async () => {
  const run = await world.start({ steps: [{ does: "commit", id: "once" }] });
  const done = await world.completed(run, SETTLED_WITHIN_MS);
  expect(done.outcome).toBe("succeeded");
  expect((await tampered("probe.make", payloadOf(run))).state).toBe("completed");
  expect(await world.kinds(run)).toEqual([
    "created",
    "dispatched",
    "begun",
    "finished",
    "delivery_ignored",
  ]);
  expect((await world.events(run)).at(-1)?.detail).toEqual({ because: "already_completed" });
  expect(await world.artifacts(run)).toEqual(["once"]);
});

test("three jobs of one run in one queue at the same time are executed once", async () => {
  const run = await held("three", slowly("three"));
  const [second, third] = await Promise.all([
    tampered("probe.make", payloadOf(run)),
    tampered("probe.make", payloadOf(run)),
  ]);
  expect([second.state, third.state]).toEqual(["completed", "completed"]);
  expect((await world.completed(run, SETTLED_WITHIN_MS)).outcome).toBe("succeeded");
  expect(await marksOf(run)).toHaveLength(1);
  expect(await world.artifacts(run)).toEqual(["three"]);
});

test("a run whose waiting job was deleted from the queue fails as never started", async () => {
  const run = await held("deleted");
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  const settled = await world.completed(run, SETTLED_WITHIN_MS);
  expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "never_started"]);
  expect(settled.context.reconciliation?.trigger).toBe("never_started");
});

test("a repeatable run whose waiting job was deleted is handed over once more and done", async () => {
  const run = await held("again", [{ does: "commit", id: "again" }], "probe.again");
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  expect((await world.completed(run, SETTLED_WITHIN_MS)).outcome).toBe("succeeded");
  expect(await world.kinds(run)).toEqual([
    "created",
    "dispatched",
    "redispatched",
    "begun",
    "finished",
  ]);
});

test("a run whose job was cancelled within pg-boss fails as never started", async () => {
  const run = await held("cancelled");
  await boss.cancel("probe.make", run.id);
  const settled = await world.completed(run, SETTLED_WITHIN_MS);
  expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "never_started"]);
  expect((await world.job(run))?.state).toBe("cancelled");
});

test("a repeatable run whose job a person cancelled within pg-boss is not handed over again", async () => {
  const run = await held("cancelled-again", [{ does: "commit", id: "no" }], "probe.again");
  await boss.cancel("probe.again", run.id);
  await world.completed(run, SETTLED_WITHIN_MS);
  expect(await world.kinds(run)).toEqual(["created", "dispatched", "reconciled"]);
});

for (const deaf of [false, true]) {
  const listens = deaf ? "does not listen" : "listens";
  test(`a job that pg-boss lets expire leaves its run to the living worker, whose handler ${listens} and goes on`, async () => {
    const run = await expiredUnderWay(deaf);
    const done = await world.completed(run, SETTLED_WITHIN_MS);
    expect([done.outcome, reasonOf(done.context)]).toEqual(["succeeded", "finished_by_handler"]);
    expect(await world.kinds(run)).toEqual([...BEGUN, "finished"]);
    expect(await world.artifacts(run)).toEqual([`goes-on-${deaf}`]);
  });
}

const REFUSED: readonly [string, (run: OperationRun) => object, string][] = [
  ["malformed", () => ({ operation_run_id: 7, correlation_version: 1 }), "malformed"],
  [
    "an id in capitals",
    (run) => ({ ...payloadOf(run), operation_run_id: run.id.toUpperCase() }),
    "malformed",
  ],
  [
    "of a version to come",
    (run) => ({ ...payloadOf(run), correlation_version: 2 }),
    "unknown_version",
  ],
  [
    "of a run that never was",
    () => ({ operation_run_id: randomUUID(), correlation_version: 1 }),
    "unknown_run",
  ],
];

for (const [what, payload, because] of REFUSED) {
  test(`a job whose payload is ${what} fails with a clear error and touches no run`, async () => {
    const run = await held(`refused-${what}`, [{ does: "commit", id: `no-${what}` }]);
    const before = await world.now(run);
    const job = await tampered("probe.make", payload(run));
    expect(job.state).toBe("failed");
    expect(JSON.stringify(job.output)).toContain(`The job was refused (${because})`);
    await expectUntouched(before);
  });
}

test("a job without any payload of ours passes through and touches no run", async () => {
  expect((await tampered("probe.make", { colour: "blue" })).state).toBe("completed");
});

test("a job in another queue that bears the id of a run fails with a clear error, whosever the run is", async () => {
  const foreign = { workspaceId: asWorkspaceId("other"), environmentId: SCOPE.environmentId };
  for (const scope of [SCOPE, foreign]) {
    const run = await held(
      `queue-${scope.workspaceId}`,
      [{ does: "commit", id: "no" }],
      "probe.make",
      scope,
    );
    const before = await world.now(run);
    const job = await tampered("probe.plain", payloadOf(run));
    expect(job.state).toBe("failed");
    expect(JSON.stringify(job.output)).toContain("The job was refused (job_mismatch)");
    await expectUntouched(before);
  }
});

test("after all this tampering no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

/** A queued run whose job nobody takes yet: it is put off within pg-boss. */
async function held(
  key: string,
  steps: readonly ProbeStep[] = [],
  type: "probe.make" | "probe.again" = "probe.make",
  scope = SCOPE,
): Promise<OperationRun> {
  return world.database.transaction(async (on) => {
    const answer = await world.settled.start({
      ...scope,
      type,
      input: { key, steps },
      initiator: { kind: "user", id: "chaos", name: "Chaos" },
      on,
    });
    if (answer.kind === "refused") throw new Error("The start was refused.");
    const putOff = "update pgboss.job set start_after = now() + interval '1 hour' where id = $1";
    await on.executeSql(putOff, [answer.run.id]);
    return answer.run;
  });
}

const BEGUN = ["created", "dispatched", "begun"];

/** A hundred deliveries, shared among the workers; answers with those that failed. */
async function deliveredTo(crowd: readonly HandEngine[], run: OperationRun) {
  const deliveries = crowd.flatMap((worker) =>
    Array.from({ length: DELIVERIES / crowd.length }, () => worker.deliver(run)),
  );
  const settled = await Promise.allSettled(deliveries);
  return settled.filter(({ status }) => status === "rejected");
}

function slowly(id: string): readonly ProbeStep[] {
  return [
    { does: "mark", word: "here" },
    { does: "sleep", ms: 100 },
    { does: "commit", id },
  ];
}

async function expectBegunOnce(run: OperationRun, ignored: number): Promise<void> {
  const kinds = await world.kinds(run);
  expect((await world.now(run)).outcome).toBe("succeeded");
  expect(await marksOf(run)).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "begun")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "delivery_ignored")).toHaveLength(ignored);
}

/** A run whose handler is at work while pg-boss has given its job up. */
async function expiredUnderWay(deaf: boolean): Promise<OperationRun> {
  const related = { type: "probe_artifact", id: `goes-on-${deaf}` };
  const run = await world.start({
    steps: [
      { does: "mark", word: "here" },
      { does: "sleep", ms: 6_000, deaf },
      { does: "insert", id: related.id },
      { does: "return", result: { outcome: "succeeded", related } },
    ],
  });
  await world.marked(run, "here", SETTLED_WITHIN_MS);
  await world.sql("update pgboss.job set started_on = now() - interval '1 day' where id = $1", [
    run.id,
  ]);
  const isFailed = (job: { state: string } | null) => job?.state === "failed";
  await until(10_000, () => world.job(run), isFailed);
  expect((await world.now(run)).status).toBe("running");
  return run;
}

function payloadOf(run: OperationRun): { operation_run_id: string; correlation_version: number } {
  return { operation_run_id: run.id, correlation_version: 1 };
}

/** A job that nobody of ours has sent, once pg-boss has ended it. */
async function tampered(
  queue: string,
  payload: object,
): Promise<{ state: string; output: unknown }> {
  const id = await boss.send(queue, payload);
  const look = () =>
    world.sql<{ state: string; output: unknown }>(
      "select state, output from pgboss.job where id = $1 and name = $2",
      [id, queue],
    );
  const ENDED = ["completed", "failed", "cancelled"];
  const [job] = await until(10_000, look, ([seen]) => ENDED.includes(seen?.state ?? ""));
  return job ?? { state: "gone", output: null };
}

/** But for the sweeper's postponements of a queued run, which are no part of its story. */
async function expectUntouched(before: OperationRun): Promise<void> {
  const { version: _, dueAt: __, ...now } = await world.now(before);
  expect(now).toEqual((({ version: _v, dueAt: _d, ...rest }) => rest)(before));
  expect(await world.kinds(before)).toEqual(["created", "dispatched"]);
}

function marksOf(run: OperationRun) {
  return world.sql("select word from probe.marks where run_id = $1", [run.id]);
}
