import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../../run/operation-run.ts";
import { type InvariantWorld, openInvariantWorld } from "./check-invariants.test-kit.ts";

let world: InvariantWorld;
let target: OperationRun;

beforeAll(async () => {
  world = await openInvariantWorld();
  target = await world.finished("failed");
  await world.withoutFences();
});
afterAll(() => world.close());

/** A run of an action on many that ended so, with one target that bears its mark so often. */
async function bulkRun(outcome: string, marks: number, summary: object = {}): Promise<string> {
  const { id } = await world.finished("failed");
  const targets = [{ id: target.id, version: 1, status: "completed", attempt: 1 }];
  await world.sql(
    `update settled.operation_runs set operation_type = 'operation_runs.bulk.apply', outcome = $2,
       input = $3, summary = $4, context = context || $5, due_at = null where id = $1`,
    [
      id,
      outcome,
      { targets },
      summary,
      outcome.includes("succeeded") ? { related: { type: "bulk_record", id } } : {},
    ],
  );
  await world.sql(
    `update settled.operation_run_events set "to" = jsonb_set("to", '{outcome}', to_jsonb($2::text))
     where run_id = $1 and kind = 'finished'`,
    [id, outcome],
  );
  await world.sql(
    `update settled.operation_run_events set detail = detail || $2
     where run_id = $1 and sequence in (
       select sequence from settled.operation_run_events where run_id = $1 order by sequence limit $3)`,
    [target.id, { bulk_run_id: id, bulk_target_id: target.id }, marks],
  );
  return id;
}

async function judged(id: string): Promise<readonly string[]> {
  const reports = await world.check();
  return reports.flatMap(({ invariant, violations }) =>
    violations.some(({ runId }) => runId === id) ? [invariant] : [],
  );
}

test.each([
  ["succeeded", 1, {}],
  ["succeeded", 0, { unchanged: 1 }],
  ["partially_succeeded", 1, {}],
  ["failed", 0, {}],
])(
  "an action that says %s with %i marks and the counts %j is true",
  async (outcome, marks, counts) => {
    expect(await judged(await bulkRun(outcome, marks, counts))).toEqual([]);
  },
);

test.each([
  ["succeeded", 0, {}],
  ["succeeded", 2, {}],
  ["partially_succeeded", 0, {}],
  ["failed", 1, {}],
])(
  "an action that says %s with %i marks and the counts %j is found",
  async (outcome, marks, counts) => {
    expect(await judged(await bulkRun(outcome, marks, counts))).toEqual([
      "actions_on_many_are_true",
    ]);
  },
);
