import type { SqlExecutor } from "../ports/sql-executor.ts";
import { DEFAULT_SCHEMA, readNamedSql } from "./sql-files.ts";

/** It asks the catalog alone, whatever the schema of the runs is called. */
const SERVER_ROLE = readNamedSql(DEFAULT_SCHEMA)("server-role");

export type ServerRoleKind =
  /** It owns nothing, and can take no right that would let it see more. */
  | "separate"
  /** It acts as `settled_server`, but may take back the rights of its own account, which go further. */
  | "borrowed"
  /** Row-level security does not hold for it: it is a superuser, has BYPASSRLS, or owns the tables. */
  | "unbound"
  /** It was not granted `settled_server`, and so nothing that a server needs. */
  | "not_granted";

/** How an account that serves requests is held to the workspace that it names. */
export interface ServerRole {
  /** The account that signed in. */
  readonly account: string;
  readonly kind: ServerRoleKind;
}

interface RoleRow {
  readonly account: string;
  readonly is_unbound: boolean;
  readonly is_server: boolean;
  readonly may_unbind: boolean;
}

/** Asks the database what binds the account of this connection. Needs none of our tables. */
export async function readServerRole(
  on: SqlExecutor,
  schema: string = DEFAULT_SCHEMA,
): Promise<ServerRole> {
  const { rows } = await on.executeSql(SERVER_ROLE, [schema]);
  const row = rows[0] as RoleRow;
  return { account: row.account, kind: kindOf(row) };
}

function kindOf(row: RoleRow): ServerRoleKind {
  if (row.is_unbound) return "unbound";
  if (!row.is_server) return "not_granted";
  return row.may_unbind ? "borrowed" : "separate";
}
