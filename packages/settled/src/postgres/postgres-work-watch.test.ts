import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OperationRun } from "../run/operation-run.ts";
import { asEnvironmentId, asWorkspaceId } from "../run/scope.ts";
import { startTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { inServerRole } from "./in-server-role.ts";
import { migrateDatabase } from "./migrate.ts";
import { openPostgres, type Postgres } from "./open-postgres.ts";

const ACME = asWorkspaceId("acme");
const BERLIN = asEnvironmentId("berlin");

let server: TestDatabase;
let owner: Postgres;
let served: Postgres;

beforeAll(async () => {
  server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  owner = openPostgres({ connectionString: server.url });
  served = openPostgres({
    connectionString: inServerRole(server.url),
    rowSecurity: "workspace",
  });
});

afterAll(async () => {
  await served.close();
  await owner.close();
  await server.close();
});

interface Ended {
  readonly environment?: string | null;
  readonly outcome?: string;
  readonly attempt?: number;
  readonly tookS: number;
  readonly context?: object;
}

async function insertEnded(ended: Ended): Promise<void> {
  const { environment = "berlin", outcome = "succeeded", attempt = 1, tookS } = ended;
  await owner.database.executeSql(
    `insert into settled.operation_runs (workspace_id, id, environment_id, operation_type, status, outcome,
      identity_key, attempt, version, initiator, input, context, started_at, completed_at)
    values ('acme', $1, $2, 'letter.write', 'completed', $3, 'key', $4, 4, '{}', '{}', $5, now(),
      now() + $6 * interval '1 second')`,
    [randomUUID(), environment, outcome, attempt, JSON.stringify(ended.context ?? {}), tookS],
  );
}

function running(changes: Partial<OperationRun> = {}): OperationRun {
  const run = { workspaceId: ACME, environmentId: BERLIN, operationType: "letter.write" };
  return { ...run, ownerId: null, ...changes } as OperationRun;
}

test("a usual time is told once there are enough successes that nobody had to settle", async () => {
  await insertEnded({ tookS: 120 });
  await insertEnded({ tookS: 240 });
  await insertEnded({ tookS: 9_000, outcome: "failed" });
  await insertEnded({ tookS: 9_000, attempt: 2 });
  await insertEnded({ tookS: 9_000, context: { reconciliation: {} } });
  await insertEnded({ tookS: 9_000, environment: "paris" });
  await insertEnded({ tookS: 9_000, environment: null });
  expect(await served.workWatch.usualTime(running())).toBeNull();
  await insertEnded({ tookS: 180 });
  const usual = await served.workWatch.usualTime(running());
  expect(usual?.lowMs).toBeCloseTo(132_000);
  expect(usual?.highMs).toBeCloseTo(228_000);
  expect(await served.workWatch.usualTime(running({ environmentId: null }))).toBeNull();
});

test("a worker that lives, one that fell silent, one that stopped and one that died are told apart", async () => {
  const lease = await owner.openLease();
  const stopped = await owner.openLease();
  await stopped.release();
  const [dead, silent] = [randomUUID(), randomUUID()];
  const old = "now() - interval '1 hour'";
  await owner.database.executeSql(
    `insert into settled.worker_leases (id, name, started_at, expires_at, ended_at, ended_because)
    values ('${dead}', 'dead', ${old}, ${old}, now() - interval '1 minute', 'expired'),
      ('${silent}', 'silent', ${old}, ${old}, null, null),
      ('${randomUUID()}', 'long gone', now() - interval '9 days', now() - interval '8 days',
        now() - interval '8 days', 'expired')`,
  );
  await owner.database.executeSql(
    `insert into settled.operation_runs (workspace_id, id, operation_type, status, identity_key, attempt,
      initiator, input, owner_id)
    select workspace, gen_random_uuid(), 'letter.write', 'running', 'key', 1, '{}', '{}', $1
    from unnest(array['acme', 'other']) workspace`,
    [lease.leaseId],
  );
  const workers = await served.workWatch.listWorkers(ACME);
  expect(workers.map(({ id, standing, endedBecause, runs }) => [id, standing, endedBecause, runs]))
    // The living first, then who ended last.
    .toEqual([
      [lease.leaseId, "alive", null, 1],
      [silent, "silent", null, 0],
      [stopped.leaseId, "ended", "released", 0],
      [dead, "ended", "expired", 0],
    ]);
  const beat = await served.workWatch.signOfLife(running({ ownerId: lease.leaseId }));
  expect(beat).toEqual(workers[0]?.beatAt);
  expect(await served.workWatch.signOfLife(running())).toBeNull();
  expect(await served.workWatch.signOfLife(running({ ownerId: randomUUID() }))).toBeNull();
  await lease.release();
  const { rows } = await owner.database.executeSql(owner.sql("end-dead-lease"), [15_000, []]);
  expect(rows).toHaveLength(1);
});
