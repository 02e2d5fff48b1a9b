import type { RunScope, SqlExecutor } from "settled";
import type { RestoreAttempt } from "../restore/restore-attempt.ts";
import type { RestoreStep } from "../restore/restore-plan.ts";
import { platformSql } from "./platform-sql.ts";
import type { FenceToken } from "./restore-fence.ts";

/** Where in the journal of which restore somebody writes, and by what right. */
export interface JournalKey extends RunScope {
  readonly restoreId: string;
  readonly fence: FenceToken;
}

export type NewAttempt = Pick<RestoreAttempt, "itemNo" | "outcome" | "reason" | "preIds"> & {
  readonly step: RestoreStep;
};

/** Answers the number of the attempt. */
export async function insertRestoreAttempt(
  tx: SqlExecutor,
  key: JournalKey,
  attempt: NewAttempt,
): Promise<number> {
  const { rows } = await tx.executeSql(platformSql("insert-restore-attempt"), [
    key.workspaceId,
    key.environmentId,
    key.restoreId,
    attempt.itemNo,
    attempt.step,
    key.fence,
    attempt.preIds,
    attempt.outcome,
    attempt.reason,
  ]);
  return (rows[0] as { attempt_no: number }).attempt_no;
}

export type AttemptNote = Pick<RestoreAttempt, "outcome"> &
  Partial<
    Pick<
      RestoreAttempt,
      "reason" | "httpStatus" | "requestId" | "responseId" | "approvalCode" | "approvalExpiresAt"
    >
  >;

export async function noteRestoreAttempt(
  tx: SqlExecutor,
  key: JournalKey,
  noted: { readonly attemptNo: number; readonly note: AttemptNote },
): Promise<void> {
  const { attemptNo, note } = noted;
  await tx.executeSql(platformSql("note-restore-attempt"), [
    key.workspaceId,
    key.environmentId,
    key.restoreId,
    attemptNo,
    key.fence,
    note.outcome,
    note.reason ?? null,
    note.httpStatus ?? null,
    note.requestId ?? null,
    note.responseId ?? null,
    note.approvalCode ?? null,
    note.approvalExpiresAt ?? null,
  ]);
}

/** An attempt as the journal tells it: with its moment, for people. */
export interface JournaledAttempt extends RestoreAttempt {
  readonly startedAt: Date;
}

/** The whole journal of a restore; `preIds` of each item's first create alone. */
export async function listRestoreAttempts(
  on: SqlExecutor,
  scope: RunScope,
  restoreId: string,
): Promise<readonly JournaledAttempt[]> {
  const values = [scope.workspaceId, scope.environmentId, restoreId];
  const { rows } = await on.executeSql(platformSql("list-restore-attempts"), values);
  const creates = await on.executeSql(platformSql("list-first-creates"), values);
  const preIds = new Map(
    creates.rows.map((row) => {
      const { item_no, pre_ids } = row as { item_no: number; pre_ids: readonly string[] };
      return [item_no, pre_ids];
    }),
  );
  return rows.map((row) => {
    const attempt = asAttempt(row as AttemptRow);
    const first = preIds.get(attempt.itemNo) ?? null;
    return attempt.step === "create" ? { ...attempt, preIds: first } : attempt;
  });
}

/** Of the newest request whose effect nobody has seen; null if there is none within the time. */
export async function newestOpenAttemptAgeMs(
  on: SqlExecutor,
  scope: RunScope,
  withinMs: number,
): Promise<number | null> {
  const values = [scope.workspaceId, scope.environmentId, withinMs];
  const { rows } = await on.executeSql(platformSql("newest-restore-attempt"), values);
  return rows.length === 0 ? null : (rows[0] as { age_ms: number }).age_ms;
}

interface AttemptRow {
  readonly attempt_no: number;
  readonly item_no: number;
  readonly step: RestoreStep;
  readonly pre_ids: readonly string[] | null;
  readonly outcome: RestoreAttempt["outcome"];
  readonly reason: RestoreAttempt["reason"];
  readonly http_status: number | null;
  readonly request_id: string | null;
  readonly response_id: string | null;
  readonly approval_code: string | null;
  readonly approval_expires_at: Date | null;
  readonly started_at: Date;
  readonly age_ms: number;
}

function asAttempt(row: AttemptRow): JournaledAttempt {
  return {
    attemptNo: row.attempt_no,
    itemNo: row.item_no,
    step: row.step,
    preIds: row.pre_ids,
    ageMs: row.age_ms,
    outcome: row.outcome,
    reason: row.reason,
    httpStatus: row.http_status,
    requestId: row.request_id,
    responseId: row.response_id,
    approvalCode: row.approval_code,
    approvalExpiresAt: row.approval_expires_at,
    startedAt: row.started_at,
  };
}
