import { isSettledError, SettledError } from "../run/settled-error.ts";

/** Worth another try: the connection, the server or another session was in the way, not the statement. */
const TRANSIENT_CODES = new Set([
  "40001",
  "40P01",
  "55P03",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "25006",
]);
const SOCKET_CODES = new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
const CODELESS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|server closed the connection|query read timeout|^timeout expired$/i;

export function sqlStateOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

export function isTransient(error: unknown): boolean {
  if (isSettledError(error)) return error.cause !== undefined && isTransient(error.cause);
  const state = sqlStateOf(error);
  if (state !== null) return TRANSIENT_CODES.has(state) || state.startsWith("08");
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === "string" && SOCKET_CODES.has(code)) return true;
  return error instanceof Error && CODELESS.test(error.message);
}

/** The line fell silent: whatever is said on it would not be heard either. */
export function isUnheard(error: unknown): error is Error {
  return error instanceof Error && /query read timeout/i.test(error.message);
}

/** Somebody else's transaction holds what was asked for. */
export function isLockTimeout(error: unknown): boolean {
  return sqlStateOf(isSettledError(error) ? error.cause : error) === "55P03";
}

/** A connection that takes the server's role as it begins is refused before the migration that makes the role. */
function lacksRole(error: unknown): boolean {
  return (
    sqlStateOf(error) === "22023" &&
    error instanceof Error &&
    /^role "settled_server" does not exist$/.test(error.message)
  );
}

/** What the database said, as a fault that any reader may see; the original stays in `cause`. */
export function asSettledError(error: unknown): SettledError {
  if (isSettledError(error)) return error;
  const state = sqlStateOf(error);
  if (state === "42501" || state === "28P01" || state === "28000") {
    return new SettledError(
      "permission_missing",
      "The database refuses this account. Check the user, the password and the grants in DATABASE_URL.",
      { cause: error },
    );
  }
  if (
    state === "3F000" ||
    state === "42P01" ||
    state === "42883" ||
    state === "42703" ||
    lacksRole(error)
  ) {
    return new SettledError(
      "database_not_migrated",
      "The database lacks tables that this release needs. Run `settled migrate` first.",
      { cause: error },
    );
  }
  if (state === "3D000") {
    return new SettledError(
      "database_unavailable",
      "The database named in DATABASE_URL does not exist. Create it, or correct the name.",
      { cause: error },
    );
  }
  if (state?.startsWith("22") === true || state === "54000" || state === "54001") {
    return new SettledError("value_not_storable", "The database cannot hold one of the values.", {
      cause: error,
    });
  }
  if (state === "53100") {
    return new SettledError(
      "database_unavailable",
      "The database's disk is full. Nothing was written; free space and try again.",
      { cause: error },
    );
  }
  if (state === "57014") {
    return new SettledError(
      "database_unavailable",
      "The database took too long to answer. Try again.",
      {
        cause: error,
      },
    );
  }
  if (isTransient(error)) {
    return new SettledError(
      "database_unavailable",
      "The database cannot be reached or is busy. Check that it runs and that DATABASE_URL names it; then try again.",
      { cause: error },
    );
  }
  return new SettledError("internal", "The database refused a statement of ours.", {
    cause: error,
  });
}
