import { type Logger, SILENT_LOGGER } from "../ports/logger.ts";
import { isSettledError } from "../run/settled-error.ts";
import type { CliIo } from "./cli-io.ts";
import { plainLine } from "./terminal-text.ts";

/** Warnings and errors, one plain line each: the message, the run and the code of the fault, never its text. */
export function createLineLogger(io: CliIo): Logger {
  const line = (level: string) => (fields: object, message: string) => {
    const { runId, error } = fields as { runId?: unknown; error?: unknown };
    const run = typeof runId === "string" ? ` run=${runId}` : "";
    const code = isSettledError(error) ? ` code=${error.code}` : "";
    io.stderr.write(`${level} ${plainLine(`${message}${run}${code}`)}\n`);
  };
  return { ...SILENT_LOGGER, warn: line("warn"), error: line("error") };
}
