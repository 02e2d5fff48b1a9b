import type { ToldEvent } from "../../ports/event-tail.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import type { Database } from "../database.ts";
import type { EventLog, LogListener, LogPart } from "./event-log.ts";
import { type ListenOptions, listenToEvents } from "./listen-to-events.ts";

interface LookRow {
  readonly workspace_id: WorkspaceId;
  readonly head: string;
  readonly writers: readonly string[];
  readonly is_telling: boolean;
}

interface ToldRow {
  readonly sequence: string;
  readonly run_id: ToldEvent["runId"];
  readonly version: number;
  readonly kind: ToldEvent["kind"];
  readonly status: ToldEvent["status"];
  readonly outcome: ToldEvent["outcome"];
  readonly operation_type: string;
  readonly environment_id: ToldEvent["environmentId"];
  readonly at: Date;
}

export interface PostgresEventLogOptions extends ListenOptions {
  readonly database: Database;
  /** False behind a pooler that shares sessions: what is told there is told to somebody else. */
  readonly sessionsAreOurs?: boolean;
}

const NOTHING_IS_HEARD: LogListener = {
  fallAsleep: () => Promise.resolve("failed"),
  wake: () => undefined,
  close: () => Promise.resolve(),
};

/**
 * The events in PostgreSQL. Each method is a transaction of its own: what a look has found is read by a later snapshot,
 * whatever level of isolation the database gives by default.
 */
export function createPostgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { database, sql } = options;
  const partOf = ({ workspaceId, after, upTo }: LogPart) => [workspaceId, after, upTo];
  return {
    async look(workspaceIds) {
      const { rows } = await database.executeSql(sql("look-at-log"), [workspaceIds]);
      const looks = rows as readonly LookRow[];
      return {
        workspaces: looks.map(({ workspace_id: workspaceId, head, writers }) => ({
          workspaceId,
          head,
          writers,
        })),
        isTelling: looks.some((row) => row.is_telling),
      };
    },
    async read(part, limit) {
      const { rows } = await database
        .inWorkspace(part.workspaceId)
        .executeSql(sql("read-log"), [...partOf(part), limit]);
      return rows.map((row) => asToldEvent(row as ToldRow));
    },
    async holdsMoreThan(part, count) {
      const { rows } = await database
        .inWorkspace(part.workspaceId)
        .executeSql(sql("log-holds-more"), [...partOf(part), count]);
      return (rows[0] as { holds_more: boolean }).holds_more;
    },
    listen: (onTold) =>
      options.sessionsAreOurs === false ? NOTHING_IS_HEARD : listenToEvents(options, onTold),
  };
}

function asToldEvent(row: ToldRow): ToldEvent {
  const { run_id, operation_type, environment_id, ...same } = row;
  return {
    ...same,
    runId: run_id,
    operationType: operation_type,
    environmentId: environment_id,
  };
}
