import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { EventFeed, FeedStep, ToldEvent } from "../../ports/event-tail.ts";
import type { SqlExecutor } from "../../ports/sql-executor.ts";
import { asWorkspaceId, type WorkspaceId } from "../../run/scope.ts";
import { startTestDatabase } from "../../testing/test-database.ts";
import { migrateDatabase } from "../migrate.ts";
import { openPostgres, type Postgres } from "../open-postgres.ts";

export const NORTH = asWorkspaceId("north");
export const SOUTH = asWorkspaceId("south");

const ADD = `
  with created as (
    insert into settled.operation_runs
      (workspace_id, id, environment_id, operation_type, identity_key, initiator, input)
    values ($1, $2, 'berlin', 'letter.write', $3, '{}', '{}')
    returning *
  )
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to")
  select workspace_id, id, version, 'created', attempt, '{"kind": "system"}', settled.position_of(created) from created
  returning sequence`;

const ADD_MANY = `
  with created as (
    insert into settled.operation_runs
      (workspace_id, id, environment_id, operation_type, identity_key, initiator, input)
    select $1, gen_random_uuid(), 'berlin', 'letter.write', 'many ' || number, '{}', '{}'
    from generate_series(1, $2::integer) number
    returning *
  )
  insert into settled.operation_run_events (workspace_id, run_id, version, kind, attempt, actor, "to")
  select workspace_id, id, version, 'created', attempt, '{"kind": "system"}', settled.position_of(created) from created`;
const LOG =
  "select sequence from settled.operation_run_events where workspace_id = $1 order by sequence";
const LISTENERS = `
  select from pg_stat_activity where application_name = 'settled events' and datname = current_database()`;
const WAITERS = `
  select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;

/** A database to which events of new runs can be added by any transaction. */
export async function openTailedWorld() {
  const server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  const serverRole = await makeServerRole(server.url);
  const postgres = openPostgres({ connectionString: server.url });
  const add = async (workspaceId: WorkspaceId, on: SqlExecutor = postgres.database) => {
    const { rows } = await on.executeSql(ADD, [workspaceId, randomUUID(), randomUUID()]);
    return (rows[0] as { sequence: string }).sequence;
  };
  const rowsOf = async (text: string, values: readonly unknown[] = []) =>
    (await postgres.database.executeSql(text, values)).rows;
  return {
    url: server.url,
    /** The database as whoever serves requests connects to it: row-level security holds. */
    serverUrl: serverRole.url,
    postgres,
    /** Adds an event and answers its sequence. */
    add,
    addMany: (workspaceId: WorkspaceId, count: number) => rowsOf(ADD_MANY, [workspaceId, count]),
    logOf: async (workspaceId: WorkspaceId) =>
      (await rowsOf(LOG, [workspaceId])).map((row) => (row as { sequence: string }).sequence),
    /** Connections on which somebody is told of events. */
    listeners: async () => (await rowsOf(LISTENERS)).length,
    /** Transactions that wait for an advisory lock. */
    waiters: async () => (await rowsOf(WAITERS)).length,
    /** Adds an event in a transaction that stays open until it is told how to end. */
    hold: (workspaceId: WorkspaceId) => holdOpen(postgres, (tx) => add(workspaceId, tx)),
    async close() {
      await postgres.close();
      await server.close();
      await serverRole.drop();
    },
  };
}

async function makeServerRole(adminUrl: string) {
  const name = `server_${randomUUID().replaceAll("-", "")}`;
  const password = randomUUID();
  await onDatabase(
    adminUrl,
    `create role ${name} login password '${password}'; grant settled_server to ${name}`,
  );
  const url = new URL(adminUrl);
  url.username = name;
  url.password = password;
  const everywhere = new URL(adminUrl);
  everywhere.pathname = "/postgres";
  return { url: url.href, drop: () => onDatabase(everywhere.href, `drop role ${name}`) };
}

/** Cuts the lines on which tails of this role hear of events, as a network does. */
export async function cutListeners(url: string): Promise<number> {
  const rows = await onDatabase(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'settled events' and datname = current_database()`,
  );
  return rows.length;
}

async function onDatabase(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function holdOpen(postgres: Postgres, work: (tx: SqlExecutor) => Promise<string>) {
  const begun = Promise.withResolvers<string>();
  const ending = Promise.withResolvers<"commit" | "rollback">();
  const done = postgres.database
    .transaction(async (tx) => {
      begun.resolve(await work(tx));
      if ((await ending.promise) === "rollback") throw new Error("rolled back as asked");
    })
    .catch((error: unknown) => begun.reject(error));
  return {
    sequence: await begun.promise,
    async end(how: "commit" | "rollback") {
      ending.resolve(how);
      await done;
    },
  };
}

/** Takes all that a feed gives, until it is stopped. */
export function collect(
  follow: (onNews: () => void) => EventFeed,
  onStep: (step: FeedStep) => void = () => undefined,
) {
  const events: ToldEvent[] = [];
  const seen: { started: Extract<FeedStep, { kind: "started" }> | null } = { started: null };
  let taking: Promise<void> | null = null;
  let isNews = false;
  async function takeAll(): Promise<void> {
    while (isNews) {
      isNews = false;
      for (let step = await feed.take(); step.kind !== "idle"; step = await feed.take()) {
        onStep(step);
        if (step.kind === "ended") return;
        if (step.kind === "started") seen.started = step;
        else events.push(...step.events);
      }
    }
  }
  function wake(): void {
    isNews = true;
    taking ??= takeAll().finally(() => {
      taking = null;
      if (isNews) wake();
    });
  }
  const feed = follow(() => queueMicrotask(wake));
  wake();
  return {
    events,
    seen,
    sequences: () => events.map(({ sequence }) => sequence),
    stop: () => feed.close(),
  };
}
