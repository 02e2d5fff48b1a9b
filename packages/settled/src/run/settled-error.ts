/** Every fault that the library raises, by what its reader does next; docs/operating/errors.md lists them. */
export const SETTLED_ERROR_CODES = [
  "invalid_run_id",
  "invalid_scope",
  "invalid_identity",
  "invalid_cursor",
  "invalid_artifact",
  "invalid_definition",
  "invalid_configuration",
  "value_not_storable",
  "run_fenced",
  "correlation_refused",
  "handler_failed",
  "database_unavailable",
  "database_too_new",
  "database_not_migrated",
  "migration_changed",
  "permission_missing",
  "write_conflict",
  "engine_unavailable",
  "truth_violated",
  "truth_timed_out",
  "search_too_wide",
  "internal",
] as const;
export type SettledErrorCode = (typeof SETTLED_ERROR_CODES)[number];

/** A fault. The message is fit for any reader; what the database or engine said stays in `cause`. */
export class SettledError extends Error {
  override readonly name = "SettledError";
  readonly code: SettledErrorCode;

  constructor(code: SettledErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export function isSettledError(value: unknown, code?: SettledErrorCode): value is SettledError {
  return value instanceof SettledError && (code === undefined || value.code === code);
}
