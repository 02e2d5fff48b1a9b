import type { RunReader } from "../ports/run-reader.ts";
import type { RunWriter, WriteAnswer } from "../ports/run-writer.ts";
import { storedActor } from "../run/actor.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import type { SqlExecutor } from "../ports/sql-executor.ts";
import { endDeadLeases } from "./end-dead-leases.ts";
import { asRun } from "./run-row.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";
import { withRetries } from "./with-retries.ts";

const INSERT_TRIES_MAX = 5;
/** A worker's connection may be gone this long before its lease ends early; it reconnects in far less. */
const LOCK_MISSING_MS = 1_500;

export interface PostgresRunWriterOptions {
  readonly executors: StoreExecutors;
  readonly reader: RunReader;
  readonly sql: NamedSql;
  readonly lockMissingMs?: number;
}

/** Each method is the statement of its name; a row is the answer `written`, no row is the answer `refused`. */
export function createPostgresRunWriter(options: PostgresRunWriterOptions): RunWriter {
  const { executors, reader, sql } = options;
  const { within, everywhere } = executors;

  async function write(
    name: string,
    key: { readonly workspaceId: WorkspaceId; readonly id: RunId },
    values: readonly unknown[],
    on?: SqlExecutor,
  ): Promise<WriteAnswer> {
    const all = [key.workspaceId, key.id, ...values];
    const run = () => (on ?? within(key.workspaceId)).executeSql(sql(name), all);
    const { rows } = await (on === undefined ? withRetries(run) : run());
    if (rows.length > 0) return { kind: "written", run: asRun(rows[0]) };
    return { kind: "refused", current: await reader.findRun(key.workspaceId, key.id) };
  }

  return {
    async insertRun(run, actor, on) {
      const values = [
        run.workspaceId,
        run.id,
        run.environmentId,
        run.operationType,
        run.identityKey,
        json(run.initiator),
        json(run.input),
        json(run.context),
        run.dueAfterMs,
        run.rerunOf,
        json(storedActor(actor)),
        json(run.detail ?? {}),
      ];
      const executor = on ?? within(run.workspaceId);
      const look = async (name: string, keys: readonly unknown[]) => {
        const { rows } = await executor.executeSql(sql(name), keys);
        return rows.length === 0 ? null : asRun(rows[0]);
      };
      const insert = () => executor.executeSql(sql("insert-run"), values);
      for (let attempt = 0; attempt < INSERT_TRIES_MAX; attempt += 1) {
        const { rows } = await (on === undefined ? withRetries(insert) : insert());
        if (rows.length > 0) return { kind: "created", run: asRun(rows[0]) };
        // Our own row stands already: an earlier try was committed although its answer was lost.
        const own = await look("find-run", [run.workspaceId, run.id]);
        if (own !== null) return { kind: "created", run: own };
        const identity = [run.workspaceId, run.environmentId, run.operationType, run.identityKey];
        const winner = await look("find-active-run", identity);
        if (winner !== null) return { kind: "joined", run: winner };
      }
      throw new SettledError(
        "write_conflict",
        "Other runs of the same work end as fast as they start. Try again.",
      );
    },

    recordDispatch: (seen, dispatch, { kind, dueAfterMs, actor }, on) =>
      write(
        "record-dispatch",
        seen,
        [seen.version, json(dispatch), kind, dueAfterMs, json(storedActor(actor))],
        on,
      ),
    beginRun: (seen, { ownerId, dueAfterMs, actor }) =>
      write("begin-run", seen, [seen.version, ownerId, dueAfterMs, json(storedActor(actor))]),
    recordProgress: (attempt, progress) =>
      write("record-progress", attempt, [attempt.attempt, attempt.ownerId, json(progress)]),
    guardRun: (attempt, on) => write("guard-run", attempt, [attempt.attempt, attempt.ownerId], on),
    finishRun: (attempt, finish, actor, on) =>
      write(
        "finish-run",
        attempt,
        [
          attempt.attempt,
          attempt.ownerId,
          finish.outcome,
          json(finish.context),
          json(finish.summary),
          json(finish.failure),
          json(storedActor(actor)),
        ],
        on,
      ),
    endAttempt: (attempt, { failure, detail, dueAfterMs, actor }) =>
      write("end-attempt", attempt, [
        attempt.attempt,
        attempt.ownerId,
        json(failure),
        json(detail),
        dueAfterMs,
        json(storedActor(actor)),
      ]),
    reconcileRun: (seen, { record, summary, detail, dueAfterMs }, actor) =>
      write("reconcile-run", seen, [
        seen.version,
        json(record),
        json(summary),
        dueAfterMs,
        json({
          ...detail,
          adapter: record.adapter,
          reason: record.reason,
          trigger: record.trigger,
        }),
        json(storedActor(actor)),
      ]),
    cancelRun: (seen, { reason, detail }, actor) =>
      write("cancel-run", seen, [
        seen.version,
        json({ reason }),
        json({ ...detail, reason }),
        json(storedActor(actor)),
      ]),
    requestCancel: (seen, detail, actor) =>
      write("request-cancel", seen, [seen.version, json(detail), json(storedActor(actor))]),
    postponeRun: (seen, dueAfterMs) => write("postpone-run", seen, [seen.version, dueAfterMs]),
    recordEvent: (run, { kind, detail, wake, actor }) =>
      write("record-event", run, [kind, json(detail), wake, json(storedActor(actor))]),

    async claimDueRuns({ operationTypes, limit, leaseMs }) {
      const { rows } = await withRetries(() =>
        everywhere.executeSql(sql("claim-due-runs"), [operationTypes, limit, leaseMs]),
      );
      return rows.map((row) => asRun(row));
    },

    async endDeadLeases(actor) {
      await withRetries(() => everywhere.executeSql(sql("note-missing-locks")));
      const graceMs = options.lockMissingMs ?? LOCK_MISSING_MS;
      return endDeadLeases({ database: everywhere, sql, graceMs }, actor);
    },
  };
}

/** node-postgres would send a JavaScript array as a PostgreSQL array; null stays SQL null. */
function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
