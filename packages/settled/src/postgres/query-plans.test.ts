import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

const RUNS = 20_000;
const PAGE = 51;
/** A page, the way down the index and what an approximate index brings along. */
const ROWS_READ_MAX = 4 * PAGE;
const HISTORY = `
  insert into settled.operation_runs (workspace_id, id, environment_id, operation_type, status, outcome, identity_key,
    attempt, version, initiator, input, context, created_at, queued_at, started_at, completed_at)
  select 'acme', gen_random_uuid(), 'berlin', 'letter.write', 'completed', 'succeeded', 'key-' || i, 1, 4,
    '{"kind": "user", "id": "ada", "name": "Ada"}', '{}', '{"reason": "letter_written"}', at, at, at, at
  from generate_series(1, ${RUNS}) i cross join lateral (select now() - i * interval '1 minute' as at) time`;
const STORY = `
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to")
  select workspace_id, id, 1, 'created', 0, initiator, settled.position_of(run) from settled.operation_runs run`;

const ENTRIES = `
  insert into settled.audit_entries (workspace_id, environment_id, actor, action, target, at)
  select 'acme', 'berlin', '{"kind": "user", "id": "ada", "name": "Ada"}', 'baseline.pin',
    jsonb_build_object('type', 'baseline', 'id', i, 'name', null), now() - i * interval '1 minute'
  from generate_series(1, ${RUNS}) i`;

let server: TestDatabase;
let postgres: Postgres;
let someId: string;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  postgres = openPostgres({ connectionString: server.url });
  for (const text of [HISTORY, STORY, ENTRIES, "analyze"]) await postgres.database.executeSql(text);
  const { rows } = await postgres.database.executeSql(
    "select id from settled.operation_runs order by created_at limit 1",
  );
  someId = (rows[0] as { id: string }).id;
});

afterAll(async () => {
  await postgres.close();
  await server.close();
});

/** What a page is asked for, by the number of the parameter. */
const FILTERS: Readonly<Record<string, Readonly<Record<number, unknown>>>> = {
  "no filter": {},
  "a status that is rare": { 2: ["queued", "running"] },
  "an outcome that is rare": { 3: ["cancelled"] },
  "outcomes that are rare": { 3: ["failed", "blocked"] },
  "an operation that is rare": { 4: ["letter.send"] },
  "an environment that is rare": { 5: ["paris"] },
  "an initiator who is rare": { 6: "nobody" },
  "a reason that is rare": { 7: ["never_started"] },
  "a time": { 8: new Date(0), 9: new Date() },
};

test.each(Object.entries(FILTERS))("a page of runs by %s reads a page", async (_name, given) => {
  const asked: Readonly<Record<number, unknown>> = { 1: "acme", ...given, 12: PAGE };
  const values = Array.from({ length: 12 }, (_, index) => asked[index + 1] ?? null);
  await expectShort("list-runs", values);
});

test("a page behind a cursor reads a page", async () => {
  const noFilter = Array.from({ length: 8 }, () => null);
  const cursor = [new Date(Date.now() - 3_600_000), someId];
  await expectShort("list-runs", ["acme", ...noFilter, ...cursor, PAGE]);
});

const LOOKS: Readonly<Record<string, () => readonly unknown[]>> = {
  "find-run": () => ["acme", someId],
  "find-correlated-run": () => [someId],
  "find-active-run": () => ["acme", "berlin", "letter.write", "key-7"],
  "list-owned-runs": () => [randomUUID()],
  "list-events": () => ["acme", someId, "0", 200],
  "last-event-kind": () => ["acme", someId],
  "claim-due-runs": () => [["letter.write"], 48, 12_000],
  "wake-runs-of-owners": () => [[randomUUID()], '{"kind": "sweeper"}'],
};

test.each(Object.keys(LOOKS))("%s reads nothing of the history", async (name) => {
  await expectShort(name, LOOKS[name]?.() ?? []);
});

const NOBODY = randomUUID();
const AUDIT_FILTERS: typeof FILTERS = {
  "no filter": {},
  "an actor who is rare": { 2: "nobody" },
  "an action that is rare": { 3: "run.resolve" },
  "a target": { 4: NOBODY, 5: NOBODY },
  "an environment that is rare": { 6: ["paris"] },
  "an environment that is common": { 6: ["berlin"] },
  "environments that are rare": { 6: ["paris", "rome"] },
  "a time long ago": { 8: new Date(Date.now() - 10_000 * 60_000) },
  "a short time long ago": {
    7: new Date(Date.now() - 10_010 * 60_000),
    8: new Date(Date.now() - 10_000 * 60_000),
  },
  "a place far behind": { 9: new Date(Date.now() - 10_000 * 60_000), 10: "9000" },
};

test.each(Object.entries(AUDIT_FILTERS))(
  "a page of actions by %s reads a page",
  async (_name, given) => {
    const asked: Readonly<Record<number, unknown>> = { 1: "acme", ...given, 11: PAGE };
    const values = Array.from({ length: 11 }, (_, index) => asked[index + 1] ?? null);
    await expectShort("list-audit", values);
  },
);

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}

/** Held against what was really read: an estimate may be right by chance. */
async function expectShort(name: string, values: readonly unknown[]): Promise<void> {
  const text = postgres.sql(name).replace(/;\s*$/, "");
  const { rows } = await postgres.database.executeSql(
    `explain (analyze, format json) ${text}`,
    values,
  );
  const [explained] = (rows[0] as { "QUERY PLAN": readonly { Plan: Plan }[] })["QUERY PLAN"];
  const read = scansOf(explained?.Plan).map((scan) => ({
    relation: scan["Relation Name"],
    rows: (scan["Actual Rows"] + (scan["Rows Removed by Filter"] ?? 0)) * scan["Actual Loops"],
  }));
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((scan) => scan.rows > ROWS_READ_MAX)).toEqual([]);
}

function scansOf(plan: Plan | undefined): readonly Plan[] {
  if (plan === undefined) return [];
  const below = (plan.Plans ?? []).flatMap((one) => scansOf(one));
  const isOurs = /^(?:operation_run|audit_entries)/.test(plan["Relation Name"] ?? "");
  return isOurs ? [plan, ...below] : below;
}
