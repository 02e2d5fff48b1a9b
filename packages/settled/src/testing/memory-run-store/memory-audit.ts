import type { AuditLog } from "../../ports/audit-log.ts";
import {
  type AuditCursor,
  type AuditFilter,
  type AuditReader,
  type AuditRecord,
  AUDIT_PAGE_SIZE_MAX,
} from "../../ports/audit-reader.ts";
import { storedActor } from "../../run/actor.ts";
import { RUN_TARGET, runActionOf } from "../../run/run-action.ts";
import type { RunEvent } from "../../run/run-event.ts";
import type { RunLedger } from "./run-ledger.ts";
import { asStoredJson } from "./stored-copy.ts";

/** What was done, from the events of the ledger and the entries that were recorded. */
export function createMemoryAudit(ledger: RunLedger, now: () => Date): AuditReader & AuditLog {
  const entries: AuditRecord[] = [];
  return {
    // Its transactions execute no SQL: what is recorded in one stands, whatever becomes of the transaction.
    async record(_on, { workspaceId, environmentId, ...entry }) {
      const stored = asStoredJson({ ...entry, actor: storedActor(entry.actor) });
      const sequence = ledger.nextSequence();
      entries.push({ ...stored, workspaceId, environmentId, sequence, at: now() });
    },
    async listAudit({ workspaceId, filter, after, limit }) {
      const size = Math.min(Math.max(limit, 1), AUDIT_PAGE_SIZE_MAX);
      const rest = [...ledger.events.flatMap((event) => recordOf(ledger, event)), ...entries]
        .filter((record) => record.workspaceId === workspaceId && matches(record, filter))
        .sort(newestFirst)
        .filter((record) => after === null || newestFirst(after, record) < 0);
      const records = rest.slice(0, size);
      const last = records.at(-1);
      const more = rest.length > size && last !== undefined;
      return { records, next: more ? { at: last.at, sequence: last.sequence } : null };
    },
  };
}

function recordOf(ledger: RunLedger, event: RunEvent): readonly AuditRecord[] {
  const action = runActionOf(event);
  const run = ledger.runs.get(event.runId);
  if (action === null || run === undefined) return [];
  const { because, ...detail } = event.detail;
  return [
    {
      workspaceId: event.workspaceId,
      environmentId: run.environmentId,
      sequence: event.sequence,
      at: event.at,
      actor: event.actor,
      action,
      target: { type: RUN_TARGET, id: event.runId, name: run.operationType },
      reason: typeof because === "string" ? because : null,
      detail: { ...detail, ...event.to },
    },
  ];
}

function newestFirst(a: AuditCursor, b: AuditCursor): number {
  const byTime = b.at.getTime() - a.at.getTime();
  return byTime === 0 ? Number(BigInt(b.sequence) - BigInt(a.sequence)) : byTime;
}

function matches(record: AuditRecord, filter: AuditFilter): boolean {
  const { environmentId } = record;
  return (
    (filter.actorId === undefined || record.actor.id === filter.actorId) &&
    (filter.action === undefined || filter.action === record.action) &&
    (filter.targetId === undefined || record.target.id === filter.targetId) &&
    (filter.environmentId === undefined ||
      (environmentId !== null && filter.environmentId.includes(environmentId))) &&
    (filter.since === undefined || record.at >= filter.since) &&
    (filter.until === undefined || record.at < filter.until)
  );
}
