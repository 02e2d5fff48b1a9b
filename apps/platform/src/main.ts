import { Command, CommanderError } from "commander";
import { addDemoCommand } from "./cli/demo-command.ts";
import { addDemoDataCommand } from "./cli/demo-data-command.ts";
import { addImportCommand } from "./cli/import-command.ts";
import { addRestoreCommand } from "./cli/restore-command.ts";
import { addReviewCommand } from "./cli/review-command.ts";
import { addServeCommand } from "./cli/serve-command.ts";
import { addStartCommand } from "./cli/start-command.ts";
import { reportError } from "./cli/terminal.ts";
import { addWorkerCommand } from "./cli/worker-command.ts";

const EXIT_USAGE = 2;

/** The platform's command line. Sets the exit code: 0 ok, 1 error, 2 usage, 3 not found, 4 run failed, 5 needs a person. */
export async function runPlatform(argv: readonly string[]): Promise<void> {
  const program = new Command("platform")
    .description("Governance of managed Microsoft 365 and Intune environments.")
    .exitOverride();
  const end = (code: number): void => {
    process.exitCode = code;
  };
  addStartCommand(program);
  addServeCommand(program);
  addWorkerCommand(program);
  addImportCommand(program, end);
  addReviewCommand(program, end);
  addRestoreCommand(program, end);
  addDemoDataCommand(program);
  addDemoCommand(program, end);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) end(error.exitCode === 0 ? 0 : EXIT_USAGE);
    else end(reportError(error));
  }
}
