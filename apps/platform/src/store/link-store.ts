import type { SqlExecutor, WorkspaceId } from "settled";
import type { Role } from "../access/roles.ts";
import { platformSql } from "./platform-sql.ts";

/** What a one-time link is for. The columns of a person are null in a link for an owner. */
export interface FoundLink {
  readonly workspace_id: WorkspaceId | null;
  readonly workspace_name: string | null;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly has_password: boolean | null;
  readonly password_hash: string | null;
  readonly has_identity: boolean;
}

/** In the workspace that the executor names; older links of the member lead nowhere from now on. */
export async function openInvitation(
  on: SqlExecutor,
  input: { readonly hash: Buffer; readonly personId: string; readonly validHours: number },
): Promise<Date> {
  const values = [input.hash, input.personId, input.validHours];
  const { rows } = await on.executeSql(platformSql("open-invitation"), values);
  return (rows[0] as { expires_at: Date }).expires_at;
}

/** Needs the rights of whoever owns the tables: the server cannot make one. */
export async function openOwnerLink(
  on: SqlExecutor,
  input: { readonly hash: Buffer; readonly validHours: number },
): Promise<Date> {
  const values = [input.hash, input.validHours];
  const { rows } = await on.executeSql(platformSql("open-owner-link"), values);
  return (rows[0] as { expires_at: Date }).expires_at;
}

/** Null if the link was used, has expired, or was never made. */
export async function findLink(on: SqlExecutor, hash: Buffer): Promise<FoundLink | null> {
  const { rows } = await on.executeSql(platformSql("find-link"), [hash]);
  return rows.length === 0 ? null : (rows[0] as FoundLink);
}

export interface NewOwner {
  readonly hash: Buffer;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

export interface MadeOwner {
  readonly personId: string;
  /** What they own now. */
  readonly workspaceIds: readonly WorkspaceId[];
}

/** Null if the link leads nowhere any more. */
export async function spendOwnerLink(on: SqlExecutor, input: NewOwner): Promise<MadeOwner | null> {
  const values = [input.hash, input.personId, input.name, input.email, input.passwordHash];
  const { rows } = await on.executeSql(platformSql("use-owner-link"), values);
  const found = rows as readonly { person_id: string; workspace_id: WorkspaceId | null }[];
  const [first] = found;
  if (first === undefined) return null;
  const workspaceIds = found.flatMap((row) => (row.workspace_id === null ? [] : row.workspace_id));
  return { personId: first.person_id, workspaceIds };
}

export interface AcceptedInvitation {
  readonly person_id: string;
  readonly workspace_id: WorkspaceId;
  readonly name: string;
  readonly role: Role;
}

/** Null if the link leads nowhere any more. A password counts only where the person has none. */
export async function spendInvitation(
  on: SqlExecutor,
  input: {
    readonly hash: Buffer;
    readonly name: string | null;
    readonly passwordHash: string | null;
  },
): Promise<AcceptedInvitation | null> {
  const values = [input.hash, input.name, input.passwordHash];
  const { rows } = await on.executeSql(platformSql("use-invitation"), values);
  return rows.length === 0 ? null : (rows[0] as AcceptedInvitation);
}
