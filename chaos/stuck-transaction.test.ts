import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../packages/settled/src/run/operation-run.ts";
import { openProbeWorld, type ProbeWorld } from "./probe-world.ts";

/** Longer than a lock is waited for. */
const SWEPT_WITHIN_MS = 8_000;

let world: ProbeWorld;
let stuck: Client;

beforeAll(async () => {
  world = await openProbeWorld();
  stuck = new Client({ connectionString: world.url });
  await stuck.connect();
}, 60_000);

afterAll(async () => {
  await stuck.end();
  await world.close();
});

test("a transaction that holds a dead worker's run keeps no other dead worker unheard", async () => {
  const held = await ofDeadWorker();
  const others = [await ofDeadWorker(), await ofDeadWorker(), await ofDeadWorker()];
  await stuck.query("begin");
  await stuck.query("select from settled.operation_runs where id = $1 for update", [held.id]);
  const sweptFromMs = performance.now();
  const report = await world.settled.sweep();
  expect(performance.now() - sweptFromMs).toBeLessThan(SWEPT_WITHIN_MS);
  expect(report.deadWorkers).toBe(others.length);
  for (const run of others) expect((await world.now(run)).outcome).toBe("failed");
  expect((await world.now(held)).status).toBe("running");
});

test("the run that was held is heard of as soon as it is let go", async () => {
  await stuck.query("rollback");
  expect(await world.settled.sweep()).toMatchObject({ deadWorkers: 1, changed: 1 });
  expect(await world.violations()).toEqual([]);
});

/** A run that was begun by a worker whose lease has run out since. */
async function ofDeadWorker(): Promise<OperationRun> {
  const owner = randomUUID();
  const run = await world.start({});
  await world.sql("delete from pgboss.job where id = $1", [run.id]);
  await world.sql(
    "insert into settled.worker_leases (id, name, expires_at) values ($1, 'dead', now())",
    [owner],
  );
  const begun = { ...run, status: "running", attempt: 1 } as const;
  await world.sql(
    `with moved as (
       update settled.operation_runs set status = 'running', attempt = 1, owner_id = $2, started_at = now(),
         due_at = now() + interval '1 hour', version = version + 1
       where id = $1 returning *)
     insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "from", "to")
     select workspace_id, id, version, 'begun', 1, jsonb_build_object('kind', 'worker', 'id', $2::text, 'name', 'dead'),
       jsonb_build_object('status', 'queued', 'outcome', null, 'attempt', 0), settled.position_of(moved::settled.operation_runs)
     from moved`,
    [run.id, owner],
  );
  return begun;
}
