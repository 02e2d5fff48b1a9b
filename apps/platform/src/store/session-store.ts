import type { SqlExecutor } from "settled";
import { platformSql } from "./platform-sql.ts";

/** Whose a session is: a person's, or that of whoever knows the bootstrap token. */
export type SessionHolder =
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "bootstrap"; readonly bootstrapHash: Buffer };

export interface OpenSession {
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
}

export interface SeenSession {
  readonly session_id: string;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly bootstrap_hash: Buffer | null;
  readonly grants: unknown;
}

/** The session of a hash, if it is open; that it was used is noted, once a minute. */
export async function seeSession(on: SqlExecutor, hash: Buffer): Promise<SeenSession | null> {
  const { rows } = await on.executeSql(platformSql("see-session"), [hash]);
  return rows.length === 0 ? null : (rows[0] as SeenSession);
}

export async function openSession(
  on: SqlExecutor,
  input: {
    readonly hash: Buffer;
    readonly sessionId: string;
    readonly holder: SessionHolder;
  },
): Promise<void> {
  const values = [input.hash, input.sessionId, ...asColumns(input.holder)];
  await on.executeSql(platformSql("open-session"), values);
}

export async function endSession(on: SqlExecutor, hash: Buffer): Promise<void> {
  await on.executeSql(platformSql("end-session"), [hash]);
}

/** Ends one session of a holder, or all of them; answers how many were open. */
export async function endSessions(
  on: SqlExecutor,
  holder: SessionHolder,
  sessionId: string | null = null,
): Promise<number> {
  const values = [...asColumns(holder), sessionId];
  const { rows } = await on.executeSql(platformSql("end-sessions"), values);
  return rows.length;
}

/** Newest first, 100 at most. */
export async function listSessions(
  on: SqlExecutor,
  holder: SessionHolder,
): Promise<readonly OpenSession[]> {
  const { rows } = await on.executeSql(platformSql("list-sessions"), asColumns(holder));
  return rows.map((row) => {
    const read = row as {
      readonly session_id: string;
      readonly created_at: Date;
      readonly last_seen_at: Date;
      readonly ends_at: Date;
    };
    return {
      sessionId: read.session_id,
      createdAt: read.created_at,
      lastSeenAt: read.last_seen_at,
      endsAt: read.ends_at,
    };
  });
}

function asColumns(holder: SessionHolder): readonly [string | null, Buffer | null] {
  return holder.kind === "person" ? [holder.personId, null] : [null, holder.bootstrapHash];
}
