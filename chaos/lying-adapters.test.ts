import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TruthReader } from "../packages/settled/src/catalog/truth-reader.ts";
import { type OperationRun, RUN_OUTCOMES } from "../packages/settled/src/run/operation-run.ts";
import { reasonOf, relatedOf } from "../packages/settled/src/run/run-context.ts";
import type { Lie } from "./liar.ts";
import {
  CLAIM,
  hangs,
  type LiarWorld,
  NOTHING,
  openLiarWorld,
  PERSON,
  refOf,
  says,
  SOMEBODY,
  UNDECIDED,
} from "./liar-world.ts";

/** Five asks of an adapter that breaks, with waits of 1, 2, 4 and 8 s between them. */
const GIVEN_UP_WITHIN_MS = 25_000;
const JUNK = 200;
const AT_ONCE = 8;
const HOUR_MS = 3_600_000;
const SEED = 20_261_124;

const claims = (id: string, more: object = {}): Lie =>
  says({ ...CLAIM, related: refOf(id), ...more });
const asks = (text: string): Lie => ({
  ...claims("sound"),
  gather: (truth) => truth.query(text),
});
const broken = (): never => {
  throw new Error("The adapter is broken.");
};
const rejects = (reason: unknown) => () => Promise.reject(reason);
const WRITE = `insert into probe.artifacts (workspace_id, id) values ('acme', 'forged') returning id`;
const SCOPE_SETTING = "settled_scope.workspace_id";
const swallows = (text: string) => (truth: TruthReader) => truth.query(text).catch(() => undefined);
const sameIdentity = { ...CLAIM.proof, madeBy: "same_identity" };

/** By the reason that each lie's run needs a person for. Nothing is ever linked. */
const LIES: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  adapter_failed: {
    "throws while it gathers": { gather: broken },
    "rejects while it gathers": { gather: rejects(new Error("no")) },
    "rejects with nothing": { gather: rejects(null) },
    "throws while it decides": { decide: broken },
    writes: asks(WRITE),
    "writes, hides the refusal and claims success": {
      ...claims("sound"),
      gather: swallows(WRITE),
    },
    "writes within a question": asks(`with forged as (${WRITE}) select * from forged`),
    commits: asks("commit"),
    "takes another role": asks("select set_config('role', 'none', true)"),
    "takes another workspace": asks(`select set_config('${SCOPE_SETTING}', 'other', true)`),
  },
  adapter_timed_out: {
    "never answers": hangs,
    "asks a question that never ends": asks("select pg_sleep(60)"),
  },
  adapter_invalid: {
    "answers with nothing": says(undefined),
    "answers with a promise": says(Promise.resolve(NOTHING)),
    "answers with an outcome that does not exist": says({ ...NOTHING, decision: "done" }),
    "answers with a reason that nobody explains": says({ ...NOTHING, reason: "because" }),
    "answers without checks": says({ decision: "failed", reason: "nothing_produced" }),
    "claims success without an artifact": says(CLAIM),
    "claims success without proof": claims("sound", { proof: undefined }),
    "would be asked again in no time": says({ ...UNDECIDED, checkAgainAfterMs: 0 }),
  },
  out_of_scope: {
    "claims an artifact of another environment": claims("elsewhere"),
    "claims an artifact of another workspace": claims("foreign"),
    "claims an artifact that is gone": claims("gone"),
    "claims an artifact of another type": says({
      ...CLAIM,
      related: { type: "review", id: "sound" },
    }),
    "points a person at another workspace": says({ ...PERSON, related: refOf("foreign") }),
  },
  unproven: { "claims an artifact of another run": claims("sound") },
  incomplete_artifact: {
    "claims an incomplete artifact": claims("half", { proof: sameIdentity }),
  },
  undecided_too_long: {
    "stays undecided": says({ ...UNDECIDED, checkAgainAfterMs: 300 }),
  },
};

const ONE_BY_ONE: Readonly<Record<string, Lie>> = {
  "looks everywhere": {
    gather: (truth) => truth.query("select 1 from probe.artifacts where workspace_id <> 'acme'"),
    decide: (_run, _asked, rows) => ({
      ...NOTHING,
      checks: [{ check: "foreign_rows", passed: true, detail: String((rows as unknown[]).length) }],
    }),
  },
  "lists foreign candidates": says({
    ...PERSON,
    candidates: [refOf("sound"), refOf("foreign"), refOf("elsewhere")],
  }),
  "counts without a number": says({ ...NOTHING, summary: { made: 3, lost: Number.NaN } }),
};

const junk = fc.sample(anyAnswer(), { numRuns: JUNK, seed: SEED });
const lies = new Map<string, Lie>([
  ...Object.values(LIES).flatMap((group) => Object.entries(group)),
  ...Object.entries(ONE_BY_ONE),
  ...junk.map((answer, index) => [`junk ${index}`, says(answer)] as const),
]);
const runs = new Map<string, OperationRun>();
let world: LiarWorld;
let dryRuns = 0;

beforeAll(async () => {
  world = await openLiarWorld(lies);
  const names = Object.values(LIES).flatMap((group) => Object.keys(group));
  for (const name of names) runs.set(name, await world.judged(name));
}, 60_000);

afterAll(() => world.close());

test("an adapter sees no row of another workspace, whatever it asks", async () => {
  const run = await world.judged("looks everywhere");
  expect([run.outcome, run.context.reconciliation?.checks[0]?.detail]).toEqual(["failed", "0"]);
});

test("a candidate of another scope is no candidate", async () => {
  const run = await world.judged("lists foreign candidates");
  const detail = (await world.events(run)).findLast(({ kind }) => kind === "reconciled")?.detail;
  expect(detail).toMatchObject({ candidates: [refOf("sound")] });
});

test("a count that is no number is not stored", async () => {
  const run = await world.judged("counts without a number");
  expect(run.summary).toEqual({ made: 3 });
});

test("an adapter that says failed links no artifact of another workspace all the same", async () => {
  const related = refOf("foreign");
  const found = await dryRunOf({ ...NOTHING, related, candidates: [related] });
  expect(found).toMatchObject({ conclusion: { related: null }, candidates: [] });
});

test("an answer that changes while it is read proves nothing", async () => {
  for (let reads = 0; reads < 20; reads += 1) {
    let read = 0;
    const found = await dryRunOf({
      ...NOTHING,
      get decision() {
        read += 1;
        return read > reads ? "succeeded" : "failed";
      },
    });
    expect(found).not.toMatchObject({ conclusion: { decision: "succeeded" } });
  }
});

test(
  `none of ${JUNK} arbitrary answers stops a run from ending, or proves anything`,
  { timeout: 60_000 },
  async () => {
    const names = junk.map((_, index) => `junk ${index}`);
    const ends = new Map<string, number>();
    const judge = async () => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const run = await world.judged(name);
        const end = reasonOf(run.context) ?? "to be asked again";
        ends.set(end, (ends.get(end) ?? 0) + 1);
        expect(["succeeded", "partially_succeeded"]).not.toContain(run.outcome);
        expect(run.status === "completed" || isDueWithin(run, HOUR_MS)).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, judge));
    expect(ends.get("adapter_invalid")).toBeGreaterThan(JUNK / 4);
    expect(ends.size).toBeGreaterThan(2);
  },
);

for (const [reason, group] of Object.entries(LIES)) {
  for (const name of Object.keys(group)) {
    test(`an adapter that ${name} is not believed: its run needs a person, because ${reason}`, async () => {
      const asked = runs.get(name);
      if (asked === undefined) throw new Error(`No run has the lie "${name}".`);
      const run = await world.completed(asked, GIVEN_UP_WITHIN_MS);
      expect([run.outcome, reasonOf(run.context)]).toEqual(["attention_required", reason]);
      expect(relatedOf(run.context)).toBeNull();
    });
  }
}

test("nothing that an adapter wrote is there", async () => {
  expect(await world.sql("select id from probe.artifacts where id = 'forged'")).toEqual([]);
});

test("after all these lies no invariant is violated", async () => {
  expect(await world.violations()).toEqual([]);
});

/** What would become of a run under way whose adapter answers so. */
async function dryRunOf(answer: unknown) {
  dryRuns += 1;
  const key = `dry ${dryRuns}`;
  lies.set(key, says({ ...UNDECIDED, checkAgainAfterMs: HOUR_MS }));
  const run = await world.judged(key);
  lies.set(key, says(answer));
  const { found } = await world.settled.reconcile({ run, actor: SOMEBODY, dryRun: true });
  expect(found.kind).toBe("settle");
  return found;
}

function isDueWithin({ dueAt }: OperationRun, ms: number): boolean {
  return dueAt !== null && dueAt.getTime() < Date.now() + ms;
}

/** From anything at all to answers that are nearly right. */
function anyAnswer(): fc.Arbitrary<unknown> {
  const any = fc.anything({ withBigInt: true, withDate: true, withMap: true });
  const mostly = (...right: readonly unknown[]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: any });
  const nearly = fc.record(
    {
      decision: mostly(...RUN_OUTCOMES, "undecided"),
      reason: mostly("nothing_produced", "ambiguous"),
      checks: mostly([], [{ check: "\u0000", passed: true, detail: "\ud800" }]),
      related: mostly(refOf("half")),
      proof: mostly(CLAIM.proof),
      candidates: mostly([], [refOf("sound")]),
      summary: mostly({ made: 3 }, { "\u0000": 1 }),
      checkAgainAfterMs: mostly(60_000, -1),
    },
    { requiredKeys: ["decision", "reason", "checks"] },
  );
  return fc.oneof({ weight: 1, arbitrary: any }, { weight: 3, arbitrary: nearly });
}
