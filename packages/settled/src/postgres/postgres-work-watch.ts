import { WORKERS_TOLD_MAX, type SeenWorker, type WorkWatch } from "../ports/work-watch.ts";
import type { WorkspaceId } from "../run/scope.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";
import { withRetries } from "./with-retries.ts";

/** So far back a usual time is looked for, and from so many successes on it is one. */
const NEWEST_RUNS = 200;
const SUCCESSES_MIN = 3;

interface UsualTimeRow {
  readonly low_ms: number;
  readonly high_ms: number;
}

interface WorkerRow {
  readonly id: SeenWorker["id"];
  readonly name: SeenWorker["name"];
  readonly standing: SeenWorker["standing"];
  readonly started_at: SeenWorker["startedAt"];
  readonly beat_at: SeenWorker["beatAt"];
  readonly swept_at: SeenWorker["sweptAt"];
  readonly ended_at: SeenWorker["endedAt"];
  readonly ended_because: SeenWorker["endedBecause"];
  readonly runs: SeenWorker["runs"];
}

export function createPostgresWorkWatch(
  { within }: Pick<StoreExecutors, "within">,
  sql: NamedSql,
): WorkWatch {
  const read = (name: string, workspaceId: WorkspaceId, values: readonly unknown[]) =>
    withRetries(() => within(workspaceId).executeSql(sql(name), values));
  return {
    async signOfLife({ workspaceId, ownerId }) {
      if (ownerId === null) return null;
      const { rows } = await read("find-sign-of-life", workspaceId, [ownerId]);
      return (rows[0] as { beat_at: Date } | undefined)?.beat_at ?? null;
    },
    async usualTime({ workspaceId, environmentId, operationType }) {
      const values = [workspaceId, environmentId, operationType, NEWEST_RUNS, SUCCESSES_MIN];
      const { rows } = await read("usual-time", workspaceId, values);
      const row = rows[0] as UsualTimeRow | undefined;
      return row === undefined ? null : { lowMs: row.low_ms, highMs: row.high_ms };
    },
    async listWorkers(workspaceId) {
      const { rows } = await read("list-workers", workspaceId, [workspaceId, WORKERS_TOLD_MAX]);
      return rows.map((row) => asSeenWorker(row as WorkerRow));
    },
  };
}

function asSeenWorker(row: WorkerRow): SeenWorker {
  return {
    id: row.id,
    name: row.name,
    standing: row.standing,
    startedAt: row.started_at,
    beatAt: row.beat_at,
    sweptAt: row.swept_at,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    runs: row.runs,
  };
}
