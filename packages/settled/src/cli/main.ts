import type { CliConfig } from "./cli-config.ts";
import type { CliIo } from "./cli-io.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { createProcessIo } from "./process-io.ts";
import { createProgram } from "./program.ts";
import { reportFault } from "./report-fault.ts";

export interface RunCliOptions {
  /** A host's own configuration, used unless --config names a file. */
  readonly config?: CliConfig;
}

/** Runs one command line and answers its exit code. Never throws; `argv` begins behind the program's name. */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  { config }: RunCliOptions = {},
): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const end = (given: ExitCode) => (code = given);
  try {
    const program = createProgram({ io, hostConfig: config ?? null, end });
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return reportFault(io, error);
  }
}

/** Runs the command line of this process and ends it: what is still open then is left to the database. */
export async function runProcess(options: RunCliOptions = {}): Promise<never> {
  const code = await runCli(process.argv.slice(2), createProcessIo(), options);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.exit(code);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}
