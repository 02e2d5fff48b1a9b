import { randomUUID } from "node:crypto";
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

/** A database to which events of new runs can be added by any transaction. */
export async function openTailedWorld() {
  const server = await startTestDatabase();
  await migrateDatabase({ connectionString: server.url });
  const postgres = openPostgres({ connectionString: server.url });
  const add = async (workspaceId: WorkspaceId, on: SqlExecutor = postgres.database) => {
    const { rows } = await on.executeSql(ADD, [workspaceId, randomUUID(), randomUUID()]);
    return (rows[0] as { sequence: string }).sequence;
  };
  return {
    url: server.url,
    postgres,
    /** Adds an event and answers its sequence. */
    add,
    /** Adds an event in a transaction that stays open until it is told how to end. */
    hold: (workspaceId: WorkspaceId) => holdOpen(postgres, (tx) => add(workspaceId, tx)),
    async close() {
      await postgres.close();
      await server.close();
    },
  };
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
