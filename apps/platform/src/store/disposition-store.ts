import type { RunScope, SqlExecutor } from "settled";
import { v7 as uuidv7 } from "uuid";
import type { Disposition, DispositionInForce } from "../drift/disposition.ts";
import { asPage, type NewestPlace, type Page, type PageOrder } from "./newest-page.ts";
import { platformSql } from "./platform-sql.ts";

interface DispositionRow {
  readonly finding_key: string;
  readonly disposition: Disposition;
  readonly actor: string;
  readonly reason: string;
  readonly decided_at: Date;
  readonly expires_at: Date | null;
}

/**
 * The newest decision about each finding that had been made by `asOf` and had not expired then. An expired decision
 * does not bring back the one before it. `baselineId` null = findings of a comparison without a baseline; `asOf` null =
 * now by the database's clock, which is the one that stamps decisions.
 */
export async function listDispositionsInForce(
  on: SqlExecutor,
  scope: RunScope,
  baselineId: string | null,
  asOf: Date | null,
): Promise<readonly DispositionInForce[]> {
  const values = [scope.workspaceId, scope.environmentId, baselineId, asOf];
  const { rows } = await on.executeSql(platformSql("list-dispositions-in-force"), values);
  return rows.map((row) => asDisposition(row as DispositionRow));
}

/** A decision with the baseline that the finding was found against. */
export interface DispositionRecord extends DispositionInForce {
  readonly disposition_id: string;
  readonly baseline_id: string | null;
}

/** Every decision about a finding, newest first. */
export async function pageDispositionsOf(
  on: SqlExecutor,
  scope: RunScope,
  { findingKey, after, limit }: PageOrder<NewestPlace> & { readonly findingKey: string },
): Promise<Page<DispositionRecord, NewestPlace>> {
  const place = [after?.at ?? null, after?.id ?? null];
  const values = [scope.workspaceId, scope.environmentId, findingKey, ...place, limit + 1];
  const { rows } = await on.executeSql(platformSql("list-dispositions-of-finding"), values);
  const read = rows.map((row) => {
    const { disposition_id, baseline_id, ...decision } = row as DispositionRow &
      Pick<DispositionRecord, "disposition_id" | "baseline_id">;
    return { disposition_id, baseline_id, ...asDisposition(decision) };
  });
  return asPage(read, limit, (one) => ({ at: new Date(one.decided_at), id: one.disposition_id }));
}

export interface NewDisposition {
  readonly baselineId: string | null;
  readonly findingKey: string;
  readonly disposition: Disposition;
  readonly actor: string;
  readonly reason: string;
  readonly expiresAt: Date | null;
}

/** Records a decision; earlier ones stay as they are. The database refuses an expiry that has passed. */
export async function insertDisposition(
  on: SqlExecutor,
  scope: RunScope,
  decision: NewDisposition,
): Promise<DispositionInForce> {
  const { rows } = await on.executeSql(platformSql("insert-disposition"), [
    scope.workspaceId,
    scope.environmentId,
    uuidv7(),
    decision.baselineId,
    decision.findingKey,
    decision.disposition,
    decision.actor,
    decision.reason,
    decision.expiresAt,
  ]);
  return asDisposition(rows[0] as DispositionRow);
}

function asDisposition(row: DispositionRow): DispositionInForce {
  return {
    ...row,
    decided_at: row.decided_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
  };
}
