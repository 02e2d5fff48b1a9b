import type { AuditLog } from "../ports/audit-log.ts";
import { storedActor } from "../run/actor.ts";
import { NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";
import { CONTEXT_BYTES_MAX, safeJson } from "../run/safe-json.ts";
import { SettledError } from "../run/settled-error.ts";
import type { NamedSql } from "./sql-files.ts";

const REASON_BYTES_MAX = 4_096;

export function createPostgresAuditLog(sql: NamedSql): AuditLog {
  return {
    async record(on, entry) {
      const { workspaceId, environmentId, actor, action, target, reason } = entry;
      const detail = safeJson(entry.detail, CONTEXT_BYTES_MAX);
      if (detail.kind === "refused") {
        throw new SettledError("value_not_storable", "What an action changed cannot be kept.");
      }
      const name = target.name === null ? null : safeText(target.name, NAME_BYTES_MAX);
      await on.executeSql(sql("insert-audit-entry"), [
        workspaceId,
        environmentId,
        JSON.stringify({ ...storedActor(actor), name: safeText(actor.name, NAME_BYTES_MAX) }),
        action,
        JSON.stringify({ ...target, name }),
        reason === null ? null : safeText(reason, REASON_BYTES_MAX),
        JSON.stringify(detail.value),
      ]);
    },
  };
}
