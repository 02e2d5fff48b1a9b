import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationRun } from "../../run/operation-run.ts";
import { INVARIANTS } from "./invariant-list.ts";
import {
  type InvariantWorld,
  makeHealthyHistory,
  openInvariantWorld,
} from "./check-invariants.test-kit.ts";

let world: InvariantWorld;

beforeAll(async () => {
  world = await openInvariantWorld();
  await makeHealthyHistory(world);
});
afterAll(() => world.close());

async function broken(options = {}): Promise<Record<string, readonly string[]>> {
  const reports = await world.check(options);
  return Object.fromEntries(
    reports
      .filter(({ violations }) => violations.length > 0)
      .map(({ invariant, violations }) => [invariant, violations.map(({ runId }) => runId)]),
  );
}

test("a healthy history violates nothing, and every invariant has looked at every run", async () => {
  const reports = await world.check();
  expect(reports.map(({ invariant }) => invariant)).toEqual(INVARIANTS.map(({ name }) => name));
  expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
  const { rows } = await world.sql("select count(*)::integer as runs from settled.operation_runs");
  const { runs } = rows[0] as { runs: number };
  expect(runs).toBeGreaterThan(5);
  expect(reports.every(({ examined }) => examined === runs)).toBe(true);
});

test("pages of one run find what one page finds", async () => {
  const [small, large] = [await world.check({ pageSize: 1 }), await world.check()];
  expect(small).toEqual(large);
});

test("without truth views no artifact is judged", async () => {
  const { database: executor } = world;
  const { checkInvariants } = await import("./check-invariants.ts");
  const names = (await checkInvariants({ executor })).map(({ invariant }) => invariant);
  expect(names).not.toContain("no_contradiction");
  expect(names).toContain("no_ghost");
});

describe("a planted violation is found by its own invariant, and then it is gone", () => {
  beforeAll(() => world.withoutFences());

  const RUN = "update settled.operation_runs set";
  const EVENT = "update settled.operation_run_events set";
  const OF_RUN = "where run_id = $1";

  type Plant = readonly [
    invariant: string,
    story: string,
    make: () => Promise<OperationRun>,
    spoil: string,
    also?: readonly string[],
  ];
  const plants: readonly Plant[] = [
    ["no_ghost", "no look is due", () => world.queued(), `${RUN} due_at = null where id = $1`],
    [
      "no_ghost",
      "the look is overdue",
      () => world.queued(),
      `${RUN} due_at = now() - interval '24 seconds' where id = $1`,
    ],
    [
      "no_ghost",
      "the look is due in a year",
      () => world.queued(),
      `${RUN} due_at = now() + interval '1 year' where id = $1`,
    ],
    [
      "one_finaliser",
      "it was ended twice",
      () => world.finished(),
      `insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to")
       select workspace_id, run_id, version + 1, 'finished', attempt + 1, actor, "from", "to"
       from settled.operation_run_events ${OF_RUN} and kind = 'finished'`,
      ["versions_only_grow", "events_explain_the_run", "finishes_bear_their_attempt"],
    ],
    [
      "one_finaliser",
      "its end was changed by hand",
      () => world.finished("failed"),
      `with turned as (${RUN} outcome = 'blocked', version = version + 1 where id = $1 returning *)
       insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to")
       select workspace_id, id, version, 'finished', attempt + 1, '{}',
         settled.position_of(turned) || '{"outcome": "failed"}', settled.position_of(turned) from turned`,
      ["every_move_is_legal", "finishes_bear_their_attempt"],
    ],
    [
      "no_contradiction",
      "its artifact is gone",
      () => world.finished(),
      "delete from reviews where run_id = $1",
    ],
    [
      "no_contradiction",
      "its artifact is not complete",
      () => world.finished(),
      "update reviews set complete = false where run_id = $1",
    ],
    [
      "no_contradiction",
      "it names no artifact",
      () => world.finished(),
      `${RUN} context = context - 'related' where id = $1`,
    ],
    [
      "no_contradiction",
      "it failed and its artifact is there",
      () => world.finished("failed"),
      "insert into reviews values ('late', $1, 'acme', 'berlin')",
    ],
    [
      "no_artifact_claimed_across_scopes",
      "its artifact is of another environment",
      () => world.finished(),
      "update reviews set environment_id = 'paris' where run_id = $1",
      ["no_contradiction"],
    ],
    [
      "nothing_claimed_across_scopes",
      "its hand-over names another run",
      () => world.queued(),
      `${RUN} context = jsonb_set(context, '{dispatch,operation_run_id}', '"another"') where id = $1`,
    ],
    [
      "nothing_claimed_across_scopes",
      "it is a rerun of nobody's run",
      () => world.queued(),
      `${RUN} rerun_of = gen_random_uuid() where id = $1`,
    ],
    [
      "versions_only_grow",
      "the timeline is ahead of the run",
      () => world.queued(),
      `${RUN} version = 1 where id = $1`,
    ],
    [
      "versions_only_grow",
      "versions fall",
      () => world.running(),
      `${EVENT} version = 9 ${OF_RUN} and kind = 'created'`,
    ],
    [
      "events_explain_the_run",
      "the row was moved past the log",
      () => world.queued(),
      `${RUN} status = 'running', owner_id = null where id = $1`,
    ],
    [
      "events_explain_the_run",
      "a line is missing",
      () => world.running(),
      `delete from settled.operation_run_events ${OF_RUN}`,
    ],
    [
      "previous_is_never_lost",
      "it was overwritten",
      async () => world.reconciled(await world.finished("failed")),
      `${RUN} context = jsonb_set(context, '{reconciliation,previous}', '{"status": "running", "outcome": null}') where id = $1`,
    ],
    [
      "reconciliations_are_recorded",
      "the record is gone",
      async () => world.reconciled(await world.finished("failed")),
      `${RUN} context = jsonb_build_object('related', context #> '{reconciliation,related}') where id = $1`,
      ["previous_is_never_lost"],
    ],
    [
      "reconciliations_are_recorded",
      "nobody knows why",
      async () => world.reconciled(await world.finished("failed")),
      `${RUN} context = jsonb_set(context, '{reconciliation,reason}', '""') where id = $1`,
    ],
    [
      "finishes_bear_their_attempt",
      "another worker finished it",
      () => world.finished(),
      `${EVENT} actor = actor || '{"id": "zombie"}' ${OF_RUN} and kind = 'finished'`,
    ],
    [
      "finishes_bear_their_attempt",
      "the token is not the row's",
      () => world.finished(),
      `${EVENT} attempt = 7 ${OF_RUN} and kind = 'finished'`,
    ],
    [
      "accepted_starts_are_never_lost",
      "nobody hands it over",
      () => world.start(),
      `${RUN} created_at = now() - interval '1 minute' where id = $1`,
    ],
    [
      "late_reports_are_heard",
      "nobody looked after it",
      async () => {
        const run = await world.reconciled(await world.running(), { decision: "failed" });
        await world.reportLate(run);
        return run;
      },
      `${RUN} due_at = null where id = $1`,
    ],
    [
      "every_move_is_legal",
      "a succeeded run was turned",
      () => world.finished(),
      `with turned as (${RUN} outcome = 'blocked', version = version + 1, context = context - 'related' ||
         '{"reconciliation": {"adapter": "a", "reason": "b", "decision": "blocked", "previous": {"status": "completed", "outcome": "succeeded"}}}'
         where id = $1 returning *)
       insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to")
       select workspace_id, id, version, 'reconciled', attempt, '{}',
         settled.position_of(turned) || '{"outcome": "succeeded"}', settled.position_of(turned) from turned`,
    ],
    [
      "texts_never_leak_the_database",
      "a check repeats a constraint",
      async () => world.reconciled(await world.finished("failed")),
      `${RUN} context = jsonb_set(context, '{reconciliation,checks,0,detail}',
         '"duplicate key value violates unique constraint \\"reviews_pkey\\""') where id = $1`,
    ],
    [
      "times_come_from_one_clock",
      "it ended before it began",
      () => world.finished(),
      `${RUN} completed_at = created_at - interval '1 second' where id = $1`,
    ],
    [
      "times_come_from_one_clock",
      "it was created tomorrow",
      () => world.queued(),
      `${RUN} created_at = now() + interval '1 day', queued_at = now() + interval '1 day' where id = $1`,
    ],
  ];

  test.for(plants)("%s: %s", async ([invariant, , make, spoil, also = []]) => {
    const run = await make();
    await world.sql(spoil, [run.id]);
    const found = await broken();
    expect(Object.keys(found).sort()).toEqual([invariant, ...also].sort());
    expect(found[invariant]).toEqual([run.id]);
    await remove(run);
    expect(await broken()).toEqual({});
  });

  test("no_ghost: a worker fell silent longer than the bound ago, and nobody has noticed", async () => {
    const run = await world.running();
    const lease = `insert into settled.worker_leases (id, name, expires_at)
      values ($1, 'dead', now() - interval '24 seconds')`;
    const dead = "00000000-0000-7000-8000-00000000dead";
    await world.sql(lease, [dead]);
    await world.sql(`${RUN} owner_id = $2 where id = $1`, [run.id, dead]);
    expect(await broken()).toEqual({ no_ghost: [run.id] });
    expect(await broken({ boundMs: 60_000 })).toEqual({});
    await remove(run);
  });

  test("one_active_run_per_identity: two runs of one identity are active", async () => {
    const run = await world.queued("same");
    const twin = await world.queued();
    await world.sql(`${RUN} identity_key = 'same' where id = $1`, [twin.id]);
    const found = await broken();
    expect(Object.keys(found)).toEqual(["one_active_run_per_identity"]);
    expect(new Set(found["one_active_run_per_identity"])).toEqual(new Set([run.id, twin.id]));
    await remove(run);
    await remove(twin);
  });

  test("a late artifact whose look is due within the bound is no contradiction yet", async () => {
    const run = await world.finished("failed");
    await world.sql("insert into reviews values ('announced', $1, 'acme', 'berlin')", [run.id]);
    await world.sql(`${RUN} due_at = now() where id = $1`, [run.id]);
    expect(await broken()).toEqual({});
    expect(await broken({ boundMs: 0 })).toEqual({ no_contradiction: [run.id] });
    await remove(run);
  });

  test("what a person wrote and honest words with numbers are no leak", async () => {
    const run = await world.reconciled(await world.finished("failed"), {
      checks: [
        {
          check: "settings_counted",
          passed: true,
          detail: "42000 of 42100 settings were written.",
        },
        { check: "set_is_ready", passed: true, detail: "Update from the review set is ready." },
      ],
    });
    const byHand = await world.reconciled(await world.finished("failed"), {
      adapter: "operator",
      checks: [{ check: "a_person_decided", passed: true, detail: "It said: deadlock detected." }],
    });
    expect(await broken()).toEqual({});
    await remove(run);
    await remove(byHand);
  });

  test("more violations than asked for are cut, and the report says so", async () => {
    const runs = [await world.queued(), await world.queued(), await world.queued()];
    for (const run of runs) await world.sql(`${RUN} due_at = null where id = $1`, [run.id]);
    const reports = await world.check({ violationsMax: 2, pageSize: 2 });
    const ghosts = reports.find(({ invariant }) => invariant === "no_ghost");
    expect(ghosts?.violations).toHaveLength(2);
    expect(ghosts?.more).toBe(true);
    for (const run of runs) await remove(run);
  });
});

async function remove(run: OperationRun): Promise<void> {
  await world.sql("delete from settled.operation_run_events where run_id = $1", [run.id]);
  await world.sql("delete from settled.operation_runs where id = $1", [run.id]);
  await world.sql("delete from reviews where run_id = $1", [run.id]);
}
