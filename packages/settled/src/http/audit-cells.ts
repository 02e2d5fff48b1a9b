import type { AuditRecordJson } from "./audit-json.ts";

export const AUDIT_CSV_HEAD = [
  "sequence",
  "at",
  "actor_kind",
  "actor_id",
  "actor_name",
  "via",
  "action",
  "target_type",
  "target_id",
  "target_name",
  "environment_id",
  "reason",
  "request_id",
  "detail",
] as const;

/** One action as a line of a table, in the order of the head. */
export function asAuditCells(entry: AuditRecordJson): readonly (string | null)[] {
  const { actor, target } = entry;
  return [
    entry.sequence,
    entry.at,
    actor.kind,
    actor.id,
    actor.name,
    entry.via,
    entry.action,
    target.type,
    target.id,
    target.name,
    entry.environment_id,
    entry.reason,
    entry.request_id,
    JSON.stringify(entry.detail),
  ];
}
