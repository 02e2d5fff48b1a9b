import { z } from "zod";
import type { AuditRecord } from "../ports/audit-reader.ts";
import { openDetail } from "../present/open-detail.ts";
import { operationLabelOf } from "../present/present-run.ts";
import { DOORS } from "../run/actor.ts";
import { RUN_TARGET } from "../run/run-action.ts";
import { asRunId } from "../run/scope.ts";
import { isPlainPath } from "./addresses.ts";
import type { Desk } from "./exchange.ts";

/** One action as its readers get it. Names are those of the time when it was done. */
export const AUDIT_RECORD = z.strictObject({
  sequence: z.string(),
  at: z.iso.datetime(),
  actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  via: z.enum(DOORS).nullable(),
  action: z.string(),
  target: z.strictObject({
    type: z.string(),
    id: z.string(),
    name: z.string().nullable(),
    href: z.string().nullable(),
  }),
  environment_id: z.string().nullable(),
  reason: z.string().nullable(),
  request_id: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditRecordJson = z.output<typeof AUDIT_RECORD>;

export function asAuditJson(record: AuditRecord, desk: Desk): AuditRecordJson {
  const { actor, target } = record;
  return {
    sequence: record.sequence,
    at: record.at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    via: actor.via ?? null,
    action: record.action,
    target: {
      type: target.type,
      id: target.id,
      name: nameOf(record, desk),
      href: hrefOf(record, desk),
    },
    environment_id: record.environmentId,
    reason: record.reason,
    request_id: actor.requestId ?? null,
    detail: target.type === RUN_TARGET ? openDetail(record.detail) : record.detail,
  };
}

/** A run is called by what it does; an operation that is not known any more, by its type. */
function nameOf({ target }: AuditRecord, { settled }: Desk): string | null {
  if (target.type !== RUN_TARGET || target.name === null) return target.name;
  const operation = settled.catalog.find(target.name);
  return operation === null ? target.name : operationLabelOf(operation);
}

/** Where the target is shown; it may be gone by now. */
function hrefOf(record: AuditRecord, { addresses, settled }: Desk): string | null {
  const { workspaceId, environmentId, target } = record;
  if (target.type === RUN_TARGET) return addresses.runPage(workspaceId, asRunId(target.id));
  const artifact = settled.catalog.findArtifact(target.type);
  const href = artifact?.href({ workspaceId, environmentId }, target.id);
  return isPlainPath(href) ? href : null;
}
