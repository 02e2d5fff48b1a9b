import { asEnvironmentId, asWorkspaceId } from "../../packages/settled/src/run/scope.ts";
import { startTestDatabase } from "../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform } from "../../apps/platform/src/platform.ts";
import { servePlatform } from "../../apps/platform/src/server/serve-platform.ts";
import { ensureEnvironment } from "../../apps/platform/src/store/environment.ts";

/** A served database with two workspaces, `short` and `long`, of so many runs. */
export interface RunsWorld {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

export async function openRunsWorld(counts: {
  readonly short: number;
  readonly long: number;
}): Promise<RunsWorld> {
  const database = await startTestDatabase();
  await migratePlatform(database.url);
  const platform = openPlatform({ connectionString: database.url });
  await platform.settled.prepare();
  for (const [name, count] of Object.entries(counts)) {
    await ensureEnvironment(platform.database, {
      workspaceId: asWorkspaceId(name),
      workspaceName: name,
      environmentId: asEnvironmentId("contoso"),
      environmentName: "Contoso",
      provider: { kind: "folder", root: "/nowhere" },
    });
    for (let first = 1; first <= count; first += RUNS_AT_ONCE) {
      const last = Math.min(first + RUNS_AT_ONCE - 1, count);
      await platform.database.executeSql(MANY_RUNS, [name, first, last]);
    }
  }
  await platform.database.executeSql("analyze settled.operation_runs", []);
  const token = "owner-token-of-the-benchmark";
  const server = await servePlatform({ platform, token, port: 0 });
  return {
    url: server.url,
    token,
    async close() {
      await server.close();
      await platform.close();
      await database.close();
    },
  };
}

/** So few that no statement takes as long as one may. */
const RUNS_AT_ONCE = 20_000;
/** As old as their number in minutes, each fifth in need of a person. */
const MANY_RUNS = `
  insert into settled.operation_runs (workspace_id, id, environment_id, operation_type, status, outcome,
    identity_key, initiator, input, created_at, queued_at, started_at, completed_at)
  select $1, gen_random_uuid(), 'contoso', 'environment.snapshot.capture', 'completed',
    case when n % 5 = 0 then 'attention_required' else 'succeeded' end, 'key-' || n,
    '{"kind": "user", "id": "u1", "name": "Maria"}', '{}', at, at, at, at
  from generate_series($2::integer, $3::integer) n
    cross join lateral (select now() - n * interval '1 minute' as at) time`;
