import { afterAll, beforeAll, expect, test } from "vitest";
import { inServerRole } from "../../postgres/in-server-role.ts";
import { type CliWorld, createTestIo, openCliWorld, say } from "../cli.test-kit.ts";

interface Diagnosis {
  readonly well: boolean;
  readonly findings: readonly {
    check: string;
    level: string;
    text: string;
    next_step: string | null;
  }[];
  readonly invariants:
    | readonly { invariant: string; examined: number; violations: object[] }[]
    | null;
}

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world.close());

async function examine(argv: readonly string[] = [], configured = false) {
  const said = await world.say(
    ["doctor", "-o", "json", ...argv],
    configured ? world.config : undefined,
  );
  const diagnosis = JSON.parse(said.out) as Diagnosis;
  const levels = Object.fromEntries(diagnosis.findings.map(({ check, level }) => [check, level]));
  return { ...said, diagnosis, levels };
}

test("a healthy system is well, and what cannot be known without a configuration is said", async () => {
  const { code, diagnosis, levels } = await examine();
  expect(levels).toEqual({
    database: "ok",
    server_version: "ok",
    clock: "ok",
    migrations: "ok",
    reader_role: "ok",
    server_role: "not_checked",
    engine: "not_checked",
    workers: "ok",
    due_runs: "ok",
    operations: "not_checked",
  });
  expect(diagnosis).toMatchObject({ well: true, invariants: null });
  expect(code).toBe(0);
  const table = await world.say(["doctor"]);
  expect(table.out).toContain("✓ The database answers.");
  expect(table.out).toMatch(/All is well\.\n$/);
});

test("with a configuration the queue is asked and unknown operations are named", async () => {
  const run = await world.start("restore.execute");
  const { code, levels, diagnosis } = await examine([], true);
  expect(levels).toMatchObject({ engine: "ok", operations: "warning" });
  expect(diagnosis.findings.find(({ check }) => check === "operations")?.text).toContain(
    "restore.execute (1)",
  );
  expect(code).toBe(0);
  await world.reconcile(run, "cancelled");
});

test("with --check every invariant is asked, and a violation is an error", async () => {
  const healthy = await examine(["--check"]);
  expect(healthy.code).toBe(0);
  expect(healthy.diagnosis.invariants?.length).toBeGreaterThan(10);
  const ghost = await world.start();
  await world.sql(
    "update settled.operation_runs set due_at = null, version = version + 1 where id = $1",
    [ghost.id],
  );
  const { code, diagnosis } = await examine(["--check"]);
  expect(code).toBe(1);
  const violated = diagnosis.invariants?.filter(({ violations }) => violations.length > 0);
  expect(violated).toMatchObject([{ invariant: "no_ghost", violations: [{ run_id: ghost.id }] }]);
  const { out } = await world.say(["doctor", "--check"]);
  expect(out).toContain("✗ Violated 1 times: Every active run has a living worker");
  expect(out).toContain(`  acme ${ghost.id}\n`);
  await world.reconcile({ ...ghost, version: ghost.version + 1 }, "cancelled");
});

test("a host's truth views are asked by --check", async () => {
  const truthViews = `select 'review.compose' as operation_type, run_id, workspace_id,
    'berlin' as environment_id, id as artifact_id, true as complete from reviews`;
  const run = await world.end(await world.begin(await world.start()), "succeeded");
  const config = { ...world.config, truthViews };
  expect((await world.say(["doctor", "--check"], config)).code).toBe(0);
  await world.sql("delete from reviews where run_id = $1", [run.id]);
  const { code, out } = await world.say(["doctor", "--check"], config);
  expect(code).toBe(1);
  expect(out).toContain("its artifact is not there");
  await world.sql("insert into reviews values ($1, $2, 'acme')", [`review-${run.id}`, run.id]);
});

test("runs that wait too long and workers that are all dead are problems", async () => {
  const run = await world.start();
  await world.sql(
    "update settled.operation_runs set due_at = now() - interval '1 minute', version = version + 1 where id = $1",
    [run.id],
  );
  await world.sql("update settled.worker_leases set expires_at = expires_at - interval '2 hours'");
  const { code, levels } = await examine();
  expect(levels).toMatchObject({ workers: "problem", due_runs: "problem" });
  expect(code).toBe(1);
  await world.sql("update settled.worker_leases set expires_at = expires_at + interval '2 hours'");
  await world.reconcile({ ...run, version: run.version + 1 }, "cancelled");
});

test("clocks that differ are a warning and no error", async () => {
  const io = createTestIo({
    env: { DATABASE_URL: world.url },
    now: () => new Date(new Date().getTime() - 60_000),
  });
  const { code, out } = await say(io, ["doctor"]);
  expect(code).toBe(0);
  expect(out).toMatch(/! The clock of this machine is \d+ s behind the database's\./);
});

test("an account that may not read as adapters do is told how to get there", async () => {
  await world.sql("revoke select on settled.operation_runs from settled_reader");
  const { code, levels } = await examine();
  expect(levels).toMatchObject({ reader_role: "problem" });
  expect(code).toBe(1);
  await world.sql("grant select on settled.operation_runs to settled_reader");
});

test("the account of servers is told to be of its own, borrowed, unbound or not granted", async () => {
  const name = `serving_${world.url.slice(-8)}`;
  await world.sql(`create role ${name} login password '${name}'`);
  const own = new URL(world.url);
  own.username = name;
  own.password = name;
  const roleOf = async (servingUrl: string) => {
    const config = { ...world.config, servingUrl: () => servingUrl };
    const { code, out } = await world.say(["doctor", "-o", "json"], config);
    const { findings } = JSON.parse(out) as Diagnosis;
    const found = findings.find(({ check }) => check === "server_role");
    return { code, level: found?.level, text: found?.text };
  };
  try {
    expect(await roleOf(own.href)).toMatchObject({
      code: 1,
      level: "problem",
      text: expect.stringContaining("was not granted the role settled_server"),
    });
    await world.sql(`grant settled_server to ${name}`);
    expect(await roleOf(own.href)).toMatchObject({ code: 0, level: "ok" });
    expect(await roleOf(inServerRole(world.url))).toMatchObject({
      code: 0,
      level: "warning",
      text: expect.stringContaining("take the account's own rights back"),
    });
    expect(await roleOf(world.url)).toMatchObject({
      code: 1,
      level: "problem",
      text: expect.stringContaining("row-level security does not bind"),
    });
    own.username = `${name}_gone`;
    expect(await roleOf(own.href)).toMatchObject({ code: 1, level: "problem" });
  } finally {
    await world.sql(`drop role ${name}`);
  }
});

test("an account that lacks a permission is told which one", async () => {
  const name = `doctor_${world.url.slice(-8)}`;
  await world.sql(`create role ${name} login password '${name}'`);
  await world.sql(`grant usage on schema settled to ${name}`);
  await world.sql(`grant select on settled.migrations to ${name}`);
  const url = new URL(world.url);
  url.username = name;
  url.password = name;
  const { code, out } = await world.say(["doctor", "--database", url.href]);
  expect(code).toBe(1);
  expect(out).toContain("The database account may not use the table worker_leases.");
  await world.sql(`grant ${name} to current_user`);
  await world.sql(`drop owned by ${name}`);
  await world.sql(`drop role ${name}`);
});

test("truth views that cannot be asked are a problem, not a failure of the doctor", async () => {
  const config = { ...world.config, truthViews: "select 1 as nothing" };
  const { code, out } = await world.say(["doctor", "--check"], config);
  expect(code).toBe(1);
  expect(out).toContain("✗ The invariants could not be held against the runs");
});
