import type { SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

export interface SignInRow {
  readonly person_id: string;
  /** Null = nobody can sign in by password. */
  readonly password_hash: string | null;
}

/** The person of an address who may sign in; the case of its letters does not count. */
export async function findSignIn(on: SqlExecutor, email: string): Promise<SignInRow | null> {
  const { rows } = await on.executeSql(platformSql("find-sign-in"), [email]);
  return rows.length === 0 ? null : (rows[0] as SignInRow);
}

export interface VouchedPerson {
  readonly person_id: string;
  readonly name: string;
  /** Workspaces whose invitations were accepted by it. */
  readonly accepted: readonly string[];
}

/** The person whom an OpenID provider vouches for; null if nobody of ours is meant. */
export async function findIdentity(
  on: SqlExecutor,
  claims: {
    readonly issuer: string;
    readonly subject: string;
    /** Null = the provider names none, or did not verify it. */
    readonly verifiedEmail: string | null;
  },
): Promise<VouchedPerson | null> {
  const values = [claims.issuer, claims.subject, claims.verifiedEmail];
  const { rows } = await on.executeSql(platformSql("find-identity"), values);
  return rows.length === 0 ? null : (rows[0] as VouchedPerson);
}

/** Answers the id of the person of that address, whoever made them. */
export async function ensurePerson(
  on: SqlExecutor,
  person: { readonly personId: string; readonly name: string; readonly email: string },
): Promise<string> {
  const values = [person.personId, person.name, person.email];
  const { rows } = await on.executeSql(platformSql("ensure-person"), values);
  return (rows[0] as { person_id: string }).person_id;
}

/** Leaves whoever is still a member somewhere. */
export async function forgetPerson(on: SqlExecutor, personId: string): Promise<void> {
  await on.executeSql(platformSql("forget-person"), [personId]);
}

/** A person, and each workspace that they are in. */
export interface PersonPlaces {
  readonly personId: string;
  readonly name: string;
  readonly workspaceIds: readonly WorkspaceId[];
}

/** Null = nobody has that address; the case of its letters does not count. */
export async function writePersonDisabled(
  on: SqlExecutor,
  email: string,
  isDisabled: boolean,
): Promise<PersonPlaces | null> {
  const { rows } = await on.executeSql(platformSql("set-person-disabled"), [email, isDisabled]);
  const places = rows as readonly PlaceRow[];
  const [first] = places;
  if (first === undefined) return null;
  const workspaceIds = places.flatMap(({ workspace_id }) => workspace_id ?? []);
  return { personId: first.person_id, name: first.name, workspaceIds };
}

interface PlaceRow {
  readonly person_id: string;
  readonly name: string;
  /** One row for each workspace that they are in, or one without. */
  readonly workspace_id: WorkspaceId | null;
}

/** Whether anybody could invite others. */
export async function hasOwner(on: SqlExecutor): Promise<boolean> {
  const { rows } = await on.executeSql(platformSql("has-owner"));
  return (rows[0] as { has_owner: boolean }).has_owner;
}
