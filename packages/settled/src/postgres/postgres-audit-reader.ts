import type { AuditReader, AuditRecord } from "../ports/audit-reader.ts";
import { isRunId, type WorkspaceId } from "../run/scope.ts";
import type { Database } from "./database.ts";
import type { NamedSql } from "./sql-files.ts";
import { withRetries } from "./with-retries.ts";

interface AuditRow extends Omit<AuditRecord, "workspaceId" | "environmentId"> {
  readonly environment_id: AuditRecord["environmentId"];
}

export function createPostgresAuditReader(
  database: Pick<Database, "inWorkspace">,
  sql: NamedSql,
): AuditReader {
  return {
    async listAudit({ workspaceId, filter, after, limit }) {
      const { targetId = null } = filter;
      const values = [
        workspaceId,
        filter.actorId ?? null,
        filter.action ?? null,
        targetId,
        isRunId(targetId) ? targetId : null,
        filter.environmentId ?? null,
        filter.since ?? null,
        filter.until ?? null,
        after?.at ?? null,
        after?.sequence ?? null,
        limit + 1,
      ];
      const named = database.inWorkspace(workspaceId);
      const { rows } = await withRetries(() => named.executeSql(sql("list-audit"), values));
      const records = rows.slice(0, limit).map((row) => asRecord(workspaceId, row));
      const last = records.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { records, next: more ? { at: last.at, sequence: last.sequence } : null };
    },
  };
}

function asRecord(workspaceId: WorkspaceId, row: unknown): AuditRecord {
  const { environment_id: environmentId, ...record } = row as AuditRow;
  return { ...record, workspaceId, environmentId };
}
