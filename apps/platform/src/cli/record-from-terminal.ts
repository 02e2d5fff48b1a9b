import type { AuditEntry, RunScope, SqlExecutor } from "settled";
import type { Platform } from "../platform.ts";
import { personAtTerminal } from "./start-and-follow.ts";

export type ActionAtTerminal = Pick<AuditEntry, "action" | "target"> & {
  readonly scope: RunScope;
  readonly reason?: string;
  readonly detail?: AuditEntry["detail"];
};

/** Writes down what the person at the terminal did, in the transaction that does it. */
export function recordFromTerminal(
  { settled }: Platform,
  tx: SqlExecutor,
  { scope, action, target, reason, detail }: ActionAtTerminal,
): Promise<void> {
  return settled.audit.record(tx, {
    workspaceId: scope.workspaceId,
    environmentId: scope.environmentId,
    actor: personAtTerminal(),
    action,
    target,
    reason: reason ?? null,
    detail: detail ?? {},
  });
}
