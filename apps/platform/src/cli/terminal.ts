import { styleText } from "node:util";
import { isSettledError, type SettledErrorCode } from "settled";
import { EmbeddedPostgresError } from "settled/postgres/embedded";
import { asOperatorMessage } from "settled/present";
import { EXIT } from "./exit-code.ts";
import { fileFaultWords } from "./file-fault-words.ts";

/** What was typed, not what was found. */
const MISTYPED: readonly SettledErrorCode[] = ["invalid_run_id", "invalid_scope"];

/** One line of progress. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The same beside an answer that a program reads from standard output. */
export function sayAside(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A fault that the person at the terminal can act on; its message says how. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.error) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Writes what went wrong and what to do about it; never a stack, never what the database said. */
export function reportError(error: unknown): number {
  const write = (text: string) => process.stderr.write(`${text}\n`);
  if (error instanceof CommandFault) {
    write(styleText("red", error.message));
    return error.exitCode;
  }
  if (error instanceof EmbeddedPostgresError) {
    write(styleText("red", error.message));
    return EXIT.error;
  }
  const fault = fileFaultWords(error);
  if (fault !== null) {
    write(styleText("red", fault));
    return EXIT.error;
  }
  const { title, detail, nextStep } = asOperatorMessage(error);
  write(styleText("red", isSettledError(error) ? error.message : `${title}. ${detail}`));
  write(nextStep);
  return isSettledError(error) && MISTYPED.includes(error.code) ? EXIT.usage : EXIT.error;
}

/** A reader that went away (`| head`) is no fault: the work goes on, unheard. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
