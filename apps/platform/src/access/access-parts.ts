import type { Actor, AuditLog, SqlExecutor, WorkspaceId } from "settled";
import type { Database } from "settled/postgres";

/** What changes to members and tokens are made with. */
export interface AccessParts {
  readonly database: Pick<Database, "executeSql" | "transaction" | "inWorkspace">;
  readonly audit: AuditLog;
}

/** Why members, tokens and links are left as they are. */
export type AccessRefusal =
  | "not_there"
  | "already_member"
  | "already_accepted"
  | "unknown_environment"
  | "owner_everywhere"
  | "last_owner";

export interface Refused {
  readonly kind: "refused";
  readonly because: AccessRefusal;
}

export function refused(because: AccessRefusal): Refused {
  return { kind: "refused", because };
}

/** Who changes something in which workspace. */
export interface ChangeBy {
  readonly workspaceId: WorkspaceId;
  readonly by: Actor;
}

export interface Change {
  /** `noun.verb`. */
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly detail: Parameters<AuditLog["record"]>[1]["detail"];
}

/** Writes down who changed what, in the transaction that changes it. */
export async function writeDown(
  { audit }: Pick<AccessParts, "audit">,
  tx: SqlExecutor,
  { workspaceId, by, ...change }: ChangeBy & Change,
): Promise<void> {
  await audit.record(tx, { workspaceId, environmentId: null, actor: by, reason: null, ...change });
}
