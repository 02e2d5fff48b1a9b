import type { AuditEntry, RunScope, SqlExecutor } from "settled";
import type { ActorExchange } from "settled/http";
import type { Platform } from "../../platform.ts";

export type RecordedAction = Pick<AuditEntry, "action" | "target"> & {
  readonly scope: RunScope;
  readonly reason?: string | undefined;
  readonly detail?: AuditEntry["detail"];
};

/** Writes down who did what by which request, in the transaction that does it. */
export function recordAction(
  { settled }: Platform,
  tx: SqlExecutor,
  asked: { readonly exchange: ActorExchange; readonly done: RecordedAction },
): Promise<void> {
  const { scope, action, target, reason = null, detail = {} } = asked.done;
  const { workspaceId, environmentId } = scope;
  const { asker: actor } = asked.exchange;
  return settled.audit.record(tx, {
    workspaceId,
    environmentId,
    actor,
    action,
    target,
    reason,
    detail,
  });
}
