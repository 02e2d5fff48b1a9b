// `npm run bench:event-cost`: what numbering and telling of events costs whoever writes them. Every way is measured by
// turns in one run, on a server that makes every commit durable.
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startEmbeddedPostgres } from "../packages/settled/src/postgres/embedded/start-embedded-postgres.ts";
import { migrateDatabase } from "../packages/settled/src/postgres/migrate.ts";
import { startTestDatabase } from "../packages/settled/src/testing/test-database.ts";
import { removeServer, serverFolderPrefix } from "../test/remove-server.ts";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 2);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);

const FUNCTION = "settled.number_and_tell_event()";
const TABLE = "settled.operation_run_events";
const TRIGGER = "operation_run_events_numbered_and_told";
const INSERT_RUN = `
  insert into settled.operation_runs (workspace_id, id, operation_type, identity_key, initiator, input)
  values ($1, $2, 'letter.write', $3, '{}', '{}')`;
const CHANGE_RUN = `
  with moved as (
    update settled.operation_runs set version = version + 1 where workspace_id = $1 and id = $2 returning *
  )
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to")
  select workspace_id, id, version, 'dispatched', 0, '{}', settled.position_of(moved) from moved`;
const SLEEP = "select pg_advisory_lock_shared(1936028790, hashtext('settled.events'))";

const folder = await mkdtemp(join(tmpdir(), serverFolderPrefix()));
await chmod(folder, 0o755);
const server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres") });
process.env["SETTLED_TEST_DATABASE_URL"] = server.url;
const database = await startTestDatabase();
await migrateDatabase({ connectionString: database.url });
const admin = await connect();
const listener = await connect();
await listener.query(`listen "settled.events"`);
const { rows } = await admin.query(
  `select pg_get_functiondef('${FUNCTION}'::regprocedure) as text`,
);
const built = (rows[0] as { text: string }).text;
const toldByAll = built.replace(
  /if pg_try[\s\S]*end if;\s*end if;/,
  "perform pg_notify('settled.events', '');",
);

const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  "without it": () => admin.query(`alter table ${TABLE} disable trigger ${TRIGGER}`),
  "as it is, nobody listens": () => enable(built),
  "as it is, a listener sleeps": async () => {
    await enable(built);
    await listener.query(SLEEP);
  },
  "if every transaction told": () => enable(toldByAll),
};

for (const [writers, workspaces] of [
  [1, 1],
  [8, 1],
  [8, 8],
  [32, 1],
  [32, 32],
] as const) {
  const figures = await measure(writers, workspaces);
  const [base = 1] = Object.values(figures);
  const told = Object.entries(figures).map(
    ([way, rate]) => `${way} ${Math.round(rate)} (${(rate / base).toFixed(2)})`,
  );
  console.log(`${writers} writers, ${workspaces} workspaces, events a second: ${told.join(", ")}`);
}
await Promise.all([admin.end(), listener.end()]);
await server.stop();
removeServer(folder);

async function measure(
  count: number,
  workspaces: number,
): Promise<Readonly<Record<string, number>>> {
  const writers: { readonly client: Client; readonly place: readonly string[] }[] = [];
  for (let index = 0; index < count; index += 1) {
    const place = [`workspace-${index % workspaces}`, randomUUID()];
    await admin.query(INSERT_RUN, [...place, place[1]]);
    writers.push({ client: await connect(), place });
  }
  const total = new Map(Object.keys(WAYS).map((way) => [way, 0]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, prepare] of Object.entries(WAYS)) {
      await listener.query("select pg_advisory_unlock_all()");
      await prepare();
      const written = await writeAll(writers);
      // The first round warms the caches.
      if (round > 0) total.set(way, (total.get(way) ?? 0) + written);
    }
  }
  await Promise.all(writers.map(({ client }) => client.end()));
  const measuredS = seconds * (rounds - 1);
  return Object.fromEntries([...total].map(([way, written]) => [way, written / measuredS]));
}

async function writeAll(
  writers: readonly { readonly client: Client; readonly place: readonly string[] }[],
): Promise<number> {
  const endsAtMs = performance.now() + seconds * 1_000;
  let written = 0;
  await Promise.all(
    writers.map(async ({ client, place }) => {
      while (performance.now() < endsAtMs) {
        await client.query({ name: "change", text: CHANGE_RUN, values: [...place] });
        written += 1;
      }
    }),
  );
  return written;
}

async function enable(definition: string): Promise<void> {
  await admin.query(definition);
  await admin.query(`alter table ${TABLE} enable trigger ${TRIGGER}`);
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}
