import { styleText } from "node:util";
import { isSettledError } from "settled";
import { EmbeddedPostgresError } from "settled/postgres/embedded";
import { asOperatorMessage } from "settled/present";

/** One line of progress. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A fault that the person at the terminal can act on; its message says how. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
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
    return 1;
  }
  const { title, detail, nextStep } = asOperatorMessage(error);
  write(styleText("red", isSettledError(error) ? error.message : `${title} ${detail}`));
  write(nextStep);
  return 1;
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let signals = 0;
    const hear = (signal: NodeJS.Signals): void => {
      signals += 1;
      if (signals > 1) process.exit(1);
      resolve(signal);
    };
    process.on("SIGINT", hear);
    process.on("SIGTERM", hear);
  });
}
