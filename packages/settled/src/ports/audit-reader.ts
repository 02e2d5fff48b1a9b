import type { EnvironmentId, WorkspaceId } from "../run/scope.ts";
import type { AuditEntry } from "./audit-log.ts";

export const AUDIT_PAGE_SIZE_MAX = 200;

/**
 * One thing that somebody did, to a run or beside runs. A run is told as `{ type: "operation_run", id, name }`, its
 * name being the type of its operation; `detail` then holds what the event says and the position that it led to.
 */
export interface AuditRecord extends AuditEntry {
  /** Of the log that runs' events and entries share: no two records have the same. */
  readonly sequence: string;
  readonly at: Date;
}

/** Every given field narrows. */
export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: string;
  readonly targetId?: string;
  readonly environmentId?: readonly EnvironmentId[];
  readonly since?: Date;
  readonly until?: Date;
}

/** The place behind the last record of a page, newest first. */
export interface AuditCursor {
  readonly at: Date;
  readonly sequence: string;
}

export interface AuditPage {
  readonly records: readonly AuditRecord[];
  readonly next: AuditCursor | null;
}

export interface ListAuditInput {
  readonly workspaceId: WorkspaceId;
  readonly filter: AuditFilter;
  readonly after: AuditCursor | null;
  /** 1 to AUDIT_PAGE_SIZE_MAX. */
  readonly limit: number;
}

/** Reads what was done: the events of runs that are actions, and the entries of the audit log, as one list. */
export interface AuditReader {
  listAudit(input: ListAuditInput): Promise<AuditPage>;
}
