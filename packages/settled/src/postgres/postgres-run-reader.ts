import type { RunReader } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunEventKind } from "../run/run-event.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";
import { asEvent, asRun } from "./run-row.ts";
import type { NamedSql } from "./sql-files.ts";
import type { StoreExecutors } from "./store-executors.ts";
import { withRetries } from "./with-retries.ts";

interface OwnedRunRow {
  readonly workspace_id: WorkspaceId;
  readonly id: RunId;
  readonly attempt: number;
  readonly cancel_requested: boolean;
}

/** The first value of such a statement is the workspace that it concerns. */
type ValuesInWorkspace = readonly [workspaceId: WorkspaceId, ...values: unknown[]];

export function createPostgresRunReader(executors: StoreExecutors, sql: NamedSql): RunReader {
  const { within, everywhere } = executors;
  const read = (name: string, values: ValuesInWorkspace) =>
    withRetries(() => within(values[0]).executeSql(sql(name), values));
  const readEverywhere = (name: string, values: readonly unknown[]) =>
    withRetries(() => everywhere.executeSql(sql(name), values));
  const one = async (name: string, values: ValuesInWorkspace) =>
    firstRun((await read(name, values)).rows);
  return {
    findRun: (workspaceId, id) => one("find-run", [workspaceId, id]),
    findCorrelatedRun: async (id) =>
      firstRun((await readEverywhere("find-correlated-run", [id])).rows),
    findActiveRun: (scope, operationType, identityKey) =>
      one("find-active-run", [scope.workspaceId, scope.environmentId, operationType, identityKey]),

    async listRuns({ workspaceId, filter, after, limit }) {
      const { rows } = await read("list-runs", [
        workspaceId,
        filter.status ?? null,
        filter.outcome ?? null,
        filter.operationType ?? null,
        filter.environmentId ?? null,
        filter.initiatorId ?? null,
        filter.reason ?? null,
        filter.since ?? null,
        filter.until ?? null,
        after?.createdAt ?? null,
        after?.id ?? null,
        limit + 1,
      ]);
      const runs = rows.slice(0, limit).map((row) => asRun(row));
      const last = runs.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { runs, next: more ? { createdAt: last.createdAt, id: last.id } : null };
    },

    async listEvents({ workspaceId, runId, afterSequence, limit }) {
      const { rows } = await read("list-events", [workspaceId, runId, afterSequence, limit]);
      return rows.map((row) => asEvent(row));
    },

    async lastEventKind(run) {
      const { rows } = await read("last-event-kind", [run.workspaceId, run.id]);
      return rows.length === 0 ? null : (rows[0] as { kind: RunEventKind }).kind;
    },

    async listOwnedRuns(ownerId) {
      const { rows } = await readEverywhere("list-owned-runs", [ownerId]);
      return rows.map((row) => {
        const { workspace_id: workspaceId, ...owned } = row as OwnedRunRow;
        const { id, attempt, cancel_requested: cancelRequested } = owned;
        return { workspaceId, id, attempt, cancelRequested };
      });
    },

    async ownerMayLive(run) {
      if (run.ownerId === null) return false;
      // A lease belongs to no workspace: whoever sees the run may ask for its worker's.
      const ask = () => within(run.workspaceId).executeSql(sql("owner-may-live"), [run.ownerId]);
      const { rows } = await withRetries(ask);
      return (rows[0] as { may_live: boolean }).may_live;
    },
  };
}

function firstRun(rows: readonly unknown[]): OperationRun | null {
  return rows.length === 0 ? null : asRun(rows[0]);
}
