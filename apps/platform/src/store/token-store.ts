import type { Initiator, SqlExecutor, WorkspaceId } from "settled";
import { platformSql } from "./platform-sql.ts";

export interface SeenToken {
  readonly workspace_id: string;
  readonly workspace_name: string;
  readonly token_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly scopes: readonly string[] | null;
  readonly environment_ids: readonly string[] | null;
}

/** The token of a hash, if it is valid; that it was used is noted, once a minute. */
export async function seeToken(on: SqlExecutor, hash: Buffer): Promise<SeenToken | null> {
  const { rows } = await on.executeSql(platformSql("see-token"), [hash]);
  return rows.length === 0 ? null : (rows[0] as SeenToken);
}

/** What a token may: by a role, or by single capabilities. */
export interface TokenRights {
  readonly role: string | null;
  readonly scopes: readonly string[] | null;
  readonly environmentIds: readonly string[] | null;
}

export interface ServiceToken extends TokenRights {
  readonly tokenId: string;
  readonly name: string;
  /** How it begins; the rest is known to whoever made it. */
  readonly shownPrefix: string;
  readonly createdBy: Initiator;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly isExpired: boolean;
}

export interface NewToken extends TokenRights {
  readonly workspaceId: WorkspaceId;
  readonly tokenId: string;
  readonly name: string;
  readonly shownPrefix: string;
  readonly secretHash: Buffer;
  readonly createdBy: Initiator;
  readonly validDays: number;
}

/** Newest first, 1,000 at most. */
export async function listTokens(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
): Promise<readonly ServiceToken[]> {
  const { rows } = await on.executeSql(platformSql("list-tokens"), [workspaceId]);
  return rows.map((row) => asServiceToken(row));
}

export async function findToken(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  tokenId: string,
): Promise<ServiceToken | null> {
  const { rows } = await on.executeSql(platformSql("find-token"), [workspaceId, tokenId]);
  return rows.length === 0 ? null : asServiceToken(rows[0]);
}

export async function insertToken(on: SqlExecutor, token: NewToken): Promise<void> {
  await on.executeSql(platformSql("insert-token"), [
    token.workspaceId,
    token.tokenId,
    token.name,
    token.shownPrefix,
    token.secretHash,
    token.role,
    token.scopes,
    token.environmentIds,
    JSON.stringify(token.createdBy),
    token.validDays,
  ]);
}

/** False if it was revoked before, or is not there. */
export async function revokeToken(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  tokenId: string,
): Promise<boolean> {
  const { rows } = await on.executeSql(platformSql("revoke-token"), [workspaceId, tokenId]);
  return rows.length > 0;
}

interface TokenRow {
  readonly token_id: string;
  readonly name: string;
  readonly shown_prefix: string;
  readonly role: string | null;
  readonly scopes: readonly string[] | null;
  readonly environment_ids: readonly string[] | null;
  readonly created_by: Initiator;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
  readonly is_expired: boolean;
}

function asServiceToken(row: unknown): ServiceToken {
  const read = row as TokenRow;
  return {
    tokenId: read.token_id,
    name: read.name,
    shownPrefix: read.shown_prefix,
    role: read.role,
    scopes: read.scopes,
    environmentIds: read.environment_ids,
    createdBy: read.created_by,
    createdAt: read.created_at,
    expiresAt: read.expires_at,
    revokedAt: read.revoked_at,
    lastUsedAt: read.last_used_at,
    isExpired: read.is_expired,
  };
}
