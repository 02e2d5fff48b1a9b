import { CommanderError } from "commander";
import { asOperatorMessage } from "../present/operator-message.ts";
import { isSettledError, type SettledErrorCode } from "../run/settled-error.ts";
import type { CliIo } from "./cli-io.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { paint, plainLine } from "./terminal-text.ts";

const SEE_HELP = "Run `settled --help` to see what can be given.";
const USAGE = "settled.usage";
const HELP_WAS_ASKED = ["commander.helpDisplayed", "commander.version"];
/** Whoever is at this terminal can say which database it is; a reader of pages cannot. */
export const REACH_DATABASE =
  "Check that it runs and that --database, the configuration or DATABASE_URL names it; then try again.";
/** What was typed, not what was found. */
const MISTYPED: readonly SettledErrorCode[] = ["invalid_run_id", "invalid_scope", "invalid_cursor"];

/** A command that was given wrongly: what is wrong, and what to give. */
export function usageFault(what: string, nextStep: string = SEE_HELP): CommanderError {
  return new CommanderError(EXIT.usage, USAGE, `${what}\n${nextStep}`);
}

/** Two lines on stderr: what, and what to do. Never a stack, never SQL. Answers the exit code. */
export function reportFault(io: CliIo, error: unknown): ExitCode {
  if (error instanceof CommanderError) return reportUsage(io, error);
  const { title, detail, nextStep } = asOperatorMessage(error);
  const isUnreachable = isSettledError(error, "database_unavailable");
  writeFault(io, `${title}. ${detail}`, isUnreachable ? REACH_DATABASE : nextStep);
  const mistyped = isSettledError(error) && MISTYPED.includes(error.code);
  return mistyped ? EXIT.usage : EXIT.error;
}

export function writeFault(io: CliIo, what: string, nextStep: string): void {
  io.stderr.write(`${paint(io.stderr, "red", "✗")} ${plainLine(what)}\n  ${plainLine(nextStep)}\n`);
}

export function writeWarning(io: CliIo, what: string): void {
  io.stderr.write(`${paint(io.stderr, "yellow", "!")} ${plainLine(what)}\n`);
}

function reportUsage(io: CliIo, error: CommanderError): ExitCode {
  if (HELP_WAS_ASKED.includes(error.code)) return EXIT.ok;
  // The help itself was the answer to a command that was left out.
  if (error.code === "commander.help") return EXIT.usage;
  const [what = "", ...more] = error.message.replace(/^error: /, "").split("\n");
  if (error.code === USAGE) writeFault(io, what, more.join(" "));
  else writeFault(io, [what, ...more].join(" "), SEE_HELP);
  return EXIT.usage;
}
