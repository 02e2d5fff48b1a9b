import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

const ACME = asWorkspaceId("acme");
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
const FILTERS: Readonly<Record<string, Given>> = {
  "no filter": {},
  "a status that is rare": { 2: ["queued", "running"] },
  "an outcome that is rare": { 3: ["cancelled"] },
  "outcomes that are rare": { 3: ["failed", "blocked"] },
  "an operation that is rare": { 4: ["letter.send"] },
  "an environment that is rare": { 5: ["paris"] },
  "environments that are rare": { 5: ["paris", "rome"] },
  "an initiator who is rare": { 6: "nobody" },
  "a reason that is rare": { 7: ["never_started"] },
  "a time": { 8: new Date(0), 9: new Date() },
  "having been reconciled": { 12: true },
  "not having been reconciled": { 12: false },
  "needing a person": { 13: true },
  "needing nobody": { 13: false },
};
const LIMIT = 14;
const WORDS = 15;

test.each(Object.entries(FILTERS))("a page of runs by %s reads a page", (_name, given) =>
  expectShortPage("page_statement", given),
);

test("a page behind a cursor reads a page", () =>
  expectShortPage("page_statement", { 10: new Date(Date.now() - 3_600_000), 11: someId }));

test.each(["par", "lett rome", "e7c0ffee", "par rome"])(
  "a search for %j reads what it finds",
  (words) => expectShortPage("all_with_words_statement", { [WORDS]: words }),
);

test("a search for a word that everything has reads a page of the newest", () =>
  expectShortPage("newest_with_words_statement", { [WORDS]: "lett" }));

test("lists and counts work in a server's own role, and only in the workspace that it names", async () => {
  const list = (given: Given) => [postgres.sql("list-runs"), valuesOf(given)] as const;
  const count = [postgres.sql("count-runs"), valuesOf({ [LIMIT]: 10_001 })] as const;
  await postgres.database.inWorkspace(ACME).transaction(async (tx) => {
    await tx.executeSql("set local role settled_server");
    for (const given of [{}, { [WORDS]: "lett" }, { 6: "ada" }]) {
      expect((await tx.executeSql(...list(given))).rows).toHaveLength(PAGE);
    }
    expect((await tx.executeSql(...list({ [WORDS]: "par" }))).rows).toEqual([]);
    expect((await tx.executeSql(...count)).rows).toMatchObject([{ count: "10001" }]);
    expect((await tx.executeSql(...list({ 1: "other" }))).rows).toEqual([]);
  });
  await postgres.database.transaction(async (tx) => {
    await tx.executeSql("set local role settled_server");
    expect((await tx.executeSql(...list({}))).rows).toEqual([]);
    expect((await tx.executeSql(...count)).rows).toMatchObject([{ count: "0" }]);
  });
});

const LOOKS: Readonly<Record<string, () => readonly unknown[]>> = {
  "find-run": () => ["acme", someId],
  "find-runs": () => ["acme", [someId, randomUUID()]],
  "list-bulk-marks": () => ["acme", randomUUID()],
  "find-correlated-run": () => [someId],
  "find-active-run": () => ["acme", "berlin", "letter.write", "key-7"],
  "list-owned-runs": () => [randomUUID()],
  "list-workers": () => ["acme", 100],
  "list-events": () => ["acme", someId, "0", 200],
  "read-log": () => ["acme", "0", "9999999", 200],
  "log-holds-more": () => ["acme", "0", "9999999", 100],
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
    await expectShortPlan("audit_page_statement", values);
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

type Given = Readonly<Record<number, unknown>>;

function valuesOf(given: Given): readonly unknown[] {
  const asked: Given = { 1: ACME, [LIMIT]: PAGE, ...given };
  return Array.from({ length: WORDS }, (_, index) => asked[index + 1] ?? null);
}

async function expectShortPage(statement: string, given: Given): Promise<void> {
  const text = await statementOf(statement);
  const used = text.includes(`$${WORDS}`) ? valuesOf(given) : valuesOf(given).slice(0, LIMIT);
  await expectShortText(text, used);
}

/** A statement inside of a function, planned as the function plans it: for its values, as the table's owner. */
async function expectShortPlan(statement: string, values: readonly unknown[]): Promise<void> {
  await expectShortText(await statementOf(statement), values);
}

async function statementOf(name: string): Promise<string> {
  const { rows } = await postgres.database.executeSql(`select settled.${name}() as text`);
  return (rows[0] as { text: string }).text;
}

async function expectShort(name: string, values: readonly unknown[]): Promise<void> {
  await expectShortText(postgres.sql(name).replace(/;\s*$/, ""), values);
}

/** Held against what was really read: an estimate may be right by chance. */
async function expectShortText(text: string, values: readonly unknown[]): Promise<void> {
  const { rows } = await postgres.database
    .inWorkspace(ACME)
    .executeSql(`explain (analyze, format json) ${text}`, values);
  const [explained] = (rows[0] as { "QUERY PLAN": readonly { Plan: Plan }[] })["QUERY PLAN"];
  const read = scansOf(explained?.Plan).map((scan) => ({
    relation: scan["Relation Name"],
    rows: (scan["Actual Rows"] + (scan["Rows Removed by Filter"] ?? 0)) * scan["Actual Loops"],
  }));
  expect(read.length).toBeGreaterThan(0);
  // What reads a whole table is short only while the table is.
  expect(scansOf(explained?.Plan).map((scan) => scan["Node Type"])).not.toContain("Seq Scan");
  expect(read.filter((scan) => scan.rows > ROWS_READ_MAX)).toEqual([]);
}

function scansOf(plan: Plan | undefined): readonly Plan[] {
  if (plan === undefined) return [];
  const below = (plan.Plans ?? []).flatMap((one) => scansOf(one));
  const isOurs = /^(?:operation_run|audit_entries)/.test(plan["Relation Name"] ?? "");
  return isOurs ? [plan, ...below] : below;
}
