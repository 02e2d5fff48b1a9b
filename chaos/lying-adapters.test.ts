import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TruthReader } from "../packages/settled/src/catalog/truth-reader.ts";
import { type OperationRun, RUN_OUTCOMES } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { WorkerHandle } from "../packages/settled/src/start-worker.ts";
import { createHandEngine } from "./hand-engine.ts";
import { createLiar, type Lie } from "./liar.ts";
import { ARTIFACT_TYPE } from "./probe-operations.ts";
import { openProbeWorld, type ProbeWorld, SCOPE, until } from "./probe-world.ts";

/** Five asks of an adapter that breaks, with waits of 1, 2, 4 and 8 s between them. */
const GIVEN_UP_WITHIN_MS = 30_000;
const DECIDE_WITHIN_MS = 3_000;
const JUNK = 200;
const AT_ONCE = 8;
const HOUR_MS = 3_600_000;
const CLOCKS = {
  sweepEveryMs: 200,
  adapterTimeoutMs: 1_000,
  timeouts: { startWithinMs: 500, decideWithinMs: DECIDE_WITHIN_MS },
} as const;

const CLAIM = {
  decision: "succeeded",
  reason: "artifact_complete",
  checks: [],
  proof: { madeBy: "this_run", inScope: true, complete: true },
} as const;
const NOTHING = { decision: "failed", reason: "nothing_produced", checks: [] } as const;
const PERSON = { decision: "attention_required", reason: "ambiguous", checks: [] } as const;
const UNDECIDED = { decision: "undecided", reason: "nothing_produced", checks: [] } as const;
const never = () => new Promise<never>(() => undefined);
const says = (answer: unknown): Lie => ({ decide: () => answer });
const claims = (id: string, more: object = {}): Lie =>
  says({ ...CLAIM, related: { type: ARTIFACT_TYPE, id }, ...more });
const asks = (text: string, lie: Lie = claims("sound")): Lie => ({
  ...lie,
  gather: (truth) => truth.query(text),
});
const broken = (): never => {
  throw new Error("The adapter is broken.");
};
const WRITE = "insert into probe.artifacts (workspace_id, id) values ('acme', 'forged') returning id";
const swallows = (text: string) => async (truth: TruthReader) =>
  truth.query(text).catch(() => undefined);

/** What each lie ends as; nothing is ever linked. */
const LIES: Readonly<Record<string, readonly [Lie, string]>> = {
  "throws while it gathers": [{ gather: broken }, "adapter_failed"],
  "rejects while it gathers": [{ gather: () => Promise.reject(new Error("no")) }, "adapter_failed"],
  "rejects with nothing": [{ gather: () => Promise.reject(null as unknown) }, "adapter_failed"],
  "throws while it decides": [{ decide: broken }, "adapter_failed"],
  "never answers": [{ gather: never }, "adapter_timed_out"],
  "asks a question that never ends": [asks("select pg_sleep(60)"), "adapter_timed_out"],
  "writes": [asks(WRITE), "adapter_failed"],
  "writes, hides the refusal and claims success": [{ ...claims("sound"), gather: swallows(WRITE) }, "adapter_failed"],
  "writes within a question": [asks(`with forged as (${WRITE}) select * from forged`), "adapter_failed"],
  "commits": [asks("commit"), "adapter_failed"],
  "takes another role": [asks("select set_config('role', 'none', true)"), "adapter_failed"],
  "takes another workspace": [asks("select set_config('settled_scope.workspace_id', 'other', true)"), "adapter_failed"],
  "answers with nothing": [says(undefined), "adapter_invalid"],
  "answers with a promise": [says(Promise.resolve(NOTHING)), "adapter_invalid"],
  "answers with an outcome that does not exist": [says({ ...NOTHING, decision: "done" }), "adapter_invalid"],
  "answers with a reason that nobody explains": [says({ ...NOTHING, reason: "because" }), "adapter_invalid"],
  "answers without checks": [says({ decision: "failed", reason: "nothing_produced" }), "adapter_invalid"],
  "claims success without an artifact": [says(CLAIM), "adapter_invalid"],
  "claims success without proof": [claims("sound", { proof: undefined }), "adapter_invalid"],
  "would ask again in no time": [says({ ...UNDECIDED, checkAgainAfterMs: 0 }), "adapter_invalid"],
  "claims an artifact of another environment": [claims("elsewhere"), "out_of_scope"],
  "claims an artifact of another workspace": [claims("foreign"), "out_of_scope"],
  "claims an artifact that is gone": [claims("gone"), "out_of_scope"],
  "claims an artifact of another type": [says({ ...CLAIM, related: { type: "review", id: "sound" } }), "out_of_scope"],
  "claims an artifact of another run": [claims("sound"), "unproven"],
  "claims an artifact that is incomplete": [claims("half", { proof: { ...CLAIM.proof, madeBy: "same_identity" } }), "incomplete_artifact"],
  "points a person at an artifact of another workspace": [says({ ...PERSON, related: { type: ARTIFACT_TYPE, id: "foreign" } }), "out_of_scope"],
  "stays undecided": [says({ ...UNDECIDED, checkAgainAfterMs: 300 }), "undecided_too_long"],
};

/** Lies whose runs are looked at one by one below. */
const OTHER_LIES: Readonly<Record<string, Lie>> = {
  "honest": {},
  "looks everywhere": {
    gather: (truth) => truth.query("select 1 from probe.artifacts where workspace_id <> 'acme'"),
    decide: (_run, _asked, rows) => ({
      ...NOTHING,
      checks: [{ check: "foreign_rows", passed: true, detail: String((rows as unknown[]).length) }],
    }),
  },
  "lists a foreign candidate": says({
    ...PERSON,
    candidates: ["sound", "foreign", "elsewhere"].map((id) => ({ type: ARTIFACT_TYPE, id })),
  }),
  "undecided for an hour": says({ ...UNDECIDED, checkAgainAfterMs: HOUR_MS }),
  "undecided twice": {
    decide: (_run, asked) => (asked < 3 ? { ...UNDECIDED, checkAgainAfterMs: 300 } : NOTHING),
  },
  "no, yes, no": {
    decide: (run, asked) =>
      asked === 2 ? { ...CLAIM, related: { type: ARTIFACT_TYPE, id: `own-${run.id}` } } : NOTHING,
  },
  "no, perhaps, no": { decide: (_run, asked) => (asked % 2 === 0 ? PERSON : NOTHING) },
};

const junk = fc.sample(anyAnswer(), { numRuns: JUNK, seed: 20_261_124 });
const lies = new Map<string, Lie>([
  ...Object.entries(LIES).map(([name, [lie]]) => [name, lie] as const),
  ...Object.entries(OTHER_LIES),
  ...junk.map((answer, index) => [`junk ${index}`, says(answer)] as const),
]);
const adapter = createLiar(lies);
const hand = createHandEngine();
const runs = new Map<string, OperationRun>();
let world: ProbeWorld;
let worker: WorkerHandle;

beforeAll(async () => {
  world = await openProbeWorld({ ...CLOCKS, adapter });
  await world.sql(`insert into probe.artifacts (workspace_id, environment_id, id, complete) values
    ('acme', 'berlin', 'sound', true), ('acme', 'berlin', 'half', false),
    ('acme', 'paris', 'elsewhere', true), ('other', 'berlin', 'foreign', true)`);
  worker = await world.work({ on: world.open({ ...CLOCKS, adapter, engine: hand.engine }) });
  await Promise.all([...Object.keys(LIES), "undecided for an hour"].map((name) => judged(name)));
}, 60_000);

afterAll(() => world.close());

test("an adapter sees no row of another workspace, whatever it asks", async () => {
  const run = await judged("looks everywhere");
  expect([run.outcome, run.context.reconciliation?.checks[0]?.detail]).toEqual(["failed", "0"]);
});

test("an honest run is settled at once, however many adapters hang beside it", async () => {
  const hanging = Array.from({ length: 20 }, (_, index) => judged(`never answers#${index}`));
  const askedAtMs = performance.now();
  expect((await judged("honest")).outcome).toBe("failed");
  expect(performance.now() - askedAtMs).toBeLessThan(5_000);
  await Promise.all(hanging);
});

test("two artifacts of one run are a person's choice: both are listed and none is picked", async () => {
  const run = await judged("honest#two", async ({ id }) => {
    await makeArtifact("one", id);
    await makeArtifact("two", id);
  });
  expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", "ambiguous"]);
  expect(relatedOf(run.context)).toBeNull();
  expect(await candidatesOf(run)).toEqual(["one", "two"]);
});

test("a candidate of another scope is no candidate", async () => {
  expect(await candidatesOf(await judged("lists a foreign candidate"))).toEqual(["sound"]);
});

test("an adapter that is undecided for a while is asked again and believed", async () => {
  const run = await world.completed(await judged("undecided twice"), 5_000);
  expect([run.outcome, reasonOf(run.context)]).toEqual(["failed", "nothing_produced"]);
});

test("an adapter that says no, then yes, then no is recorded twice and comes to rest at yes", async () => {
  const run = await judged("no, yes, no", ({ id }) => makeArtifact(`own-${id}`, id));
  await turnedTo(run, "succeeded");
  await expectAtRest(run, ["failed", "succeeded"]);
});

test("an adapter that wavers between no and perhaps comes to rest with a person", async () => {
  const run = await judged("no, perhaps, no");
  await turnedTo(run, "attention_required");
  await expectAtRest(run, ["failed", "attention_required"]);
});

test("an artifact that is deleted after the success leaves the success, and the invariants say it is gone", async () => {
  const run = await judged("honest#deleted", ({ id }) => makeArtifact("deleted", id));
  expect(run.outcome).toBe("succeeded");
  await world.sql("delete from probe.artifacts where id = 'deleted'");
  await world.settled.reconcile({ run, actor: { kind: "operator", id: "chaos", name: "Chaos" } });
  expect(await world.now(run)).toEqual(run);
  expect(await world.violations()).toMatchObject([{ invariant: "no_contradiction", runId: run.id }]);
  await makeArtifact("deleted", run.id);
});

test("a run of an operation without an adapter that began needs a person; one that never began has failed", async () => {
  const began = await world.start({ type: "probe.plain", steps: [{ does: "throw" }] });
  await hand.deliver(began).catch(() => undefined);
  const asked = await world.now(began);
  expect([asked.outcome, reasonOf(asked.context)]).toEqual(["attention_required", "no_adapter"]);
  const lost = await world.start({ type: "probe.plain" });
  await world.sql("delete from pgboss.job where id = $1", [lost.id]);
  const settled = await world.completed(lost, 10_000);
  expect([settled.outcome, reasonOf(settled.context)]).toEqual(["failed", "never_started"]);
});

test(`none of ${JUNK} arbitrary answers stops a run from ending, proves anything or leaves anything unfit`, { timeout: 60_000 }, async () => {
  const names = junk.map((_, index) => `junk ${index}`);
  const ends = new Map<string, number>();
  const judge = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const run = await judged(name);
      const end = reasonOf(run.context) ?? "to be asked again";
      ends.set(end, (ends.get(end) ?? 0) + 1);
      expect(["succeeded", "partially_succeeded"]).not.toContain(run.outcome);
      expect(run.status === "completed" || isDueWithin(run, HOUR_MS)).toBe(true);
      expect(Object.values(run.summary ?? {}).filter((count) => typeof count !== "number")).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judge));
  expect(ends.get("adapter_invalid")).toBeGreaterThan(JUNK / 2);
  expect(ends.size).toBeGreaterThan(2);
});

for (const [name, [, reason]] of Object.entries(LIES)) {
  test(`an adapter that ${name} is not believed: its run needs a person, because ${reason}`, async () => {
    const run = await world.completed(runOf(name), GIVEN_UP_WITHIN_MS);
    expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", reason]);
    expect(relatedOf(run.context)).toBeNull();
  });
}

test("nothing that an adapter wrote is there", async () => {
  expect(await world.sql("select id from probe.artifacts where id = 'forged'")).toEqual([]);
});

test("an adapter that is undecided for an hour is not waited for beyond the deadline", async () => {
  const run = await world.completed(runOf("undecided for an hour"), DECIDE_WITHIN_MS);
  expect(reasonOf(run.context)).toBe("undecided_too_long");
});

test("an answer that changes while it is read proves nothing", async () => {
  const run = await judged("honest#changing");
  for (let reads = 0; reads < 20; reads += 1) {
    let read = 0;
    const changing = { ...NOTHING, get decision() { return (read += 1) > reads ? "succeeded" : "failed"; } };
    lies.set("honest", says(changing));
    const { found } = await world.settled.reconcile({ run, actor: SOMEBODY, dryRun: true });
    if (found.kind === "settle") expect(found.conclusion.decision).not.toBe("succeeded");
  }
});

test("a process that does not know an operation never decides its run; one that knows it does", async () => {
  await worker.stop();
  const stranger = world.open({ ...CLOCKS, types: ["probe.plain"], engine: hand.engine });
  lies.set("honest", {});
  const run = await world.start({ key: "honest#unknown" });
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  await sleep(CLOCKS.timeouts.startWithinMs + 100);
  for (let sweep = 0; sweep < 5; sweep += 1) await stranger.settled.sweep();
  const { found } = await stranger.settled.reconcile({ run, actor: SOMEBODY });
  expect(found).toEqual({ kind: "unknown_operation" });
  expect(await world.now(run)).toEqual(run);
  await world.settled.sweep();
  expect((await world.now(run)).outcome).toBe("failed");
});

test("after all these lies no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

const SOMEBODY = { kind: "operator", id: "chaos", name: "Chaos" } as const;

/** A run whose handler returned nothing, so that the adapter of its name was asked. */
async function judged(
  key: string,
  prepare: (run: OperationRun) => Promise<void> = () => Promise.resolve(),
): Promise<OperationRun> {
  const run = await world.start({ key });
  await prepare(run);
  await hand.deliver(run);
  runs.set(key, run);
  return world.now(run);
}

function runOf(name: string): OperationRun {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`No run has the lie "${name}".`);
  return run;
}

async function makeArtifact(id: string, runId: string): Promise<void> {
  await world.sql(
    "insert into probe.artifacts (workspace_id, environment_id, id, run_id) values ($1, $2, $3, $4)",
    [SCOPE.workspaceId, SCOPE.environmentId, id, runId],
  );
}

async function candidatesOf(run: OperationRun): Promise<readonly string[]> {
  const detail = (await world.events(run)).findLast(({ kind }) => kind === "reconciled")?.detail;
  const { candidates } = detail as { candidates: readonly { id: string }[] };
  return candidates.map(({ id }) => id);
}

async function turnedTo(run: OperationRun, outcome: string): Promise<void> {
  const isTurned = (seen: OperationRun) => seen.outcome === outcome;
  await until(5_000, () => world.now(run), isTurned);
}

async function expectAtRest(run: OperationRun, told: readonly string[]): Promise<void> {
  // The next look of the truth window has no say before 10 s: look now.
  for (let look = 0; look < 4; look += 1) {
    await world.settled.reconcile({ run: await world.now(run), actor: SOMEBODY });
  }
  const outcomes = (await world.events(run)).filter(({ kind }) => kind === "reconciled");
  expect(outcomes.map(({ to }) => to.outcome)).toEqual(told);
  expect((await world.now(run)).context.reconciliation?.previous).toEqual({
    status: "running",
    outcome: null,
  });
}

function isDueWithin({ dueAt }: OperationRun, ms: number): boolean {
  return dueAt !== null && dueAt.getTime() < Date.now() + ms;
}

/** From anything at all to answers that are nearly right. */
function anyAnswer(): fc.Arbitrary<unknown> {
  const any = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  const mostly = (right: readonly unknown[]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: any });
  const nearly = fc.record(
    {
      decision: mostly([...RUN_OUTCOMES, "undecided"]),
      reason: mostly(["nothing_produced", "ambiguous"]),
      checks: mostly([[], [{ check: "\u0000", passed: true, detail: "\ud800" }]]),
      related: mostly([{ type: ARTIFACT_TYPE, id: "foreign" }, { type: ARTIFACT_TYPE, id: "half" }]),
      proof: mostly([CLAIM.proof]),
      candidates: mostly([[], [{ type: ARTIFACT_TYPE, id: "sound" }]]),
      summary: mostly([{ made: 3 }, { made: Number.NaN }, { "\u0000": 1 }]),
      checkAgainAfterMs: mostly([60_000, -1]),
    },
    { requiredKeys: ["decision", "reason", "checks"] },
  );
  return fc.oneof({ weight: 1, arbitrary: any }, { weight: 2, arbitrary: nearly });
}
