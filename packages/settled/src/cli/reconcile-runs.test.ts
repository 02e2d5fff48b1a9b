import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli.test-kit.ts";

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
  const { engine, operations } = await world.config.settledOptions();
  const { createOperationCatalog } = await import("../catalog/operation-catalog.ts");
  await engine.prepare(createOperationCatalog(operations));
  await engine.close();
});
afterAll(() => world.close());

const DUE = "update settled.operation_runs set due_at = now(), version = version + 1 where id = $1";

async function versionOf(id: string): Promise<number> {
  const { rows } = await world.sql("select version from settled.operation_runs where id = $1", [
    id,
  ]);
  return (rows[0] as { version: number }).version;
}

/** A run whose handler threw, and of which nobody has asked the truth. */
async function lostRun() {
  const run = await world.begin(await world.start());
  await world.sql(
    `update settled.operation_runs set owner_id = null, due_at = now(), failure = $2, version = version + 1
     where id = $1`,
    [run.id, JSON.stringify({ name: "Error", message: "broken", stack: null, attempt: 1 })],
  );
  return run;
}

test("a dry run tells what would change for each due run and writes nothing", async () => {
  const made = await lostRun();
  await world.makeReview(made);
  const lost = await lostRun();
  const versions = [await versionOf(made.id), await versionOf(lost.id)];
  const { code, out } = await world.say(["reconcile", "--dry-run", "-o", "json"], world.config);
  expect(code).toBe(0);
  const { dry_run: dryRun, runs } = JSON.parse(out) as {
    dry_run: boolean;
    runs: { run_id: string; found: { decision: string }; changed: boolean }[];
  };
  expect(dryRun).toBe(true);
  const found = Object.fromEntries(runs.map((run) => [run.run_id, run.found.decision]));
  expect(found).toEqual({ [made.id]: "succeeded", [lost.id]: "failed" });
  expect(runs.some(({ changed }) => changed)).toBe(false);
  expect([await versionOf(made.id), await versionOf(lost.id)]).toEqual(versions);
  const table = await world.say(["reconcile", "--dry-run"], world.config);
  expect(table.out).toContain("Would be settled as succeeded (artifact_complete).");

  const sweep = await world.say(["reconcile"], world.config);
  expect(sweep).toMatchObject({ code: 0, err: "" });
  expect(sweep.out).toContain("Looked at 2 due runs: 2 changed, 0 could not be judged.");
  expect((await world.say(["runs", "show", made.id])).code).toBe(0);
  expect((await world.say(["runs", "show", lost.id])).code).toBe(4);
  const again = await world.say(["reconcile", "-o", "json"], world.config);
  expect(JSON.parse(again.out)).toMatchObject({ claimed: 0, failed: 0 });
});

test("one run is settled by its truth, in the name of the person at the terminal", async () => {
  const run = await lostRun();
  await world.sql(
    "update settled.operation_runs set due_at = now() + interval '1 hour', version = version + 1 where id = $1",
    [run.id],
  );
  const dry = await world.say(["reconcile", "--dry-run", "--run", run.id], world.config);
  expect(dry.out).toContain("Would be settled as failed (handler_failed).");
  const { code, out } = await world.say(["reconcile", "--run", run.id], world.config);
  expect(code).toBe(0);
  expect(out).toContain("Was settled as failed (handler_failed).");
  const { rows } = await world.sql(
    "select actor from settled.operation_run_events where run_id = $1 and kind = 'reconciled'",
    [run.id],
  );
  expect(rows).toEqual([{ actor: { kind: "operator", id: "olga", name: "olga", via: "cli" } }]);
});

test("an operation that the configuration does not know is never judged", async () => {
  const run = await world.start("restore.execute");
  await world.sql(DUE, [run.id]);
  const version = await versionOf(run.id);
  const one = await world.say(["reconcile", "--run", run.id], world.config);
  expect(one.code).toBe(1);
  expect(one.err).toContain("The operation of the run is not known here.");
  const foretold = await world.say(["reconcile", "--dry-run"], world.config);
  expect(foretold.out).toContain("the configuration does not know this operation");
  await world.say(["reconcile"], world.config);
  expect(await versionOf(run.id)).toBe(version);
});

test("without a configuration nothing is reconciled: 2", async () => {
  const { code, err } = await world.say(["reconcile"]);
  expect(code).toBe(2);
  expect(err).toContain("needs a configuration");
});

test("a run that does not exist: 3; options that contradict the configuration: 2", async () => {
  const id = "01970000-0000-7000-8000-000000000000";
  expect((await world.say(["reconcile", "--run", id], world.config)).code).toBe(3);
  const contradicting = ["reconcile", "--database", "postgres://elsewhere/db"];
  const { code, err } = await world.say(contradicting, world.config);
  expect(code).toBe(2);
  expect(err).toContain("names another database or schema");
});
