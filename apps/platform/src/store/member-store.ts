import type { EnvironmentId, SqlExecutor, WorkspaceId } from "settled";
import type { Role } from "../access/roles.ts";
import { platformSql } from "./platform-sql.ts";

export interface Membership {
  readonly role: Role;
  /** Null = every environment, and what belongs to the workspace as a whole. */
  readonly environmentIds: readonly EnvironmentId[] | null;
}

export interface Member extends Membership {
  readonly personId: string;
  /** Of somebody who has not accepted yet: the address. */
  readonly name: string;
  readonly email: string;
  readonly addedAt: Date;
  /** Null = invited. */
  readonly acceptedAt: Date | null;
  readonly isDisabled: boolean;
}

/** Whose membership it is. */
export interface MemberPlace {
  readonly workspaceId: WorkspaceId;
  readonly personId: string;
}

interface MemberRow {
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly environment_ids: readonly EnvironmentId[] | null;
  readonly added_at: Date;
  readonly accepted_at: Date | null;
  readonly is_disabled: boolean;
}

/** By name, 1,000 at most. */
export async function listMembers(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly Member[]> {
  const { rows } = await on.executeSql(platformSql("list-members"), [workspaceId]);
  return rows.map((row) => asMember(row as MemberRow));
}

export async function findMember(on: SqlExecutor, place: MemberPlace): Promise<Member | null> {
  const values = [place.workspaceId, place.personId];
  const { rows } = await on.executeSql(platformSql("find-member"), values);
  return rows.length === 0 ? null : asMember(rows[0] as MemberRow);
}

/** False if the person is in the workspace already. */
export async function insertMembership(
  on: SqlExecutor,
  place: MemberPlace,
  { role, environmentIds }: Membership,
): Promise<boolean> {
  const values = [place.workspaceId, place.personId, role, environmentIds];
  const { rows } = await on.executeSql(platformSql("insert-membership"), values);
  return rows.length > 0;
}

export async function updateMembership(
  on: SqlExecutor,
  place: MemberPlace,
  { role, environmentIds }: Membership,
): Promise<void> {
  const values = [place.workspaceId, place.personId, role, environmentIds];
  await on.executeSql(platformSql("update-membership"), values);
}

export async function removeMembership(on: SqlExecutor, place: MemberPlace): Promise<void> {
  await on.executeSql(platformSql("remove-membership"), [place.workspaceId, place.personId]);
}

/** The people who own a workspace and can act; nobody else can change them until the transaction ends. */
export async function lockOwners(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly string[]> {
  const { rows } = await on.executeSql(platformSql("lock-owners"), [workspaceId]);
  return rows.map((row) => (row as { person_id: string }).person_id);
}

/** Those of some environments that a workspace has. */
export async function findKnownEnvironments(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  environmentIds: readonly EnvironmentId[],
): Promise<readonly EnvironmentId[]> {
  const values = [workspaceId, environmentIds];
  const { rows } = await on.executeSql(platformSql("find-known-environments"), values);
  return rows.map((row) => (row as { environment_id: EnvironmentId }).environment_id);
}

function asMember(row: MemberRow): Member {
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    role: row.role,
    environmentIds: row.environment_ids,
    addedAt: row.added_at,
    acceptedAt: row.accepted_at,
    isDisabled: row.is_disabled,
  };
}
