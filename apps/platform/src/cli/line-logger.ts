import { isSettledError, type Logger } from "settled";

/** Warnings and errors as one plain line each; the text of a fault stays out of the terminal. */
export const LINE_LOGGER: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => line("warn", fields, message),
  error: (fields, message) => line("error", fields, message),
};

function line(level: string, fields: object, message: string): void {
  const { runId, error } = fields as { runId?: unknown; error?: unknown };
  const run = typeof runId === "string" ? ` run=${runId}` : "";
  const code = isSettledError(error) ? ` code=${error.code}` : "";
  process.stderr.write(`${level} ${message}${run}${code}\n`);
}
