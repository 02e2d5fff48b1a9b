import { Command, CommanderError } from "commander";
import { addCompareCommand } from "./cli/compare-command.ts";
import { addBaselineCommand } from "./cli/baseline-command.ts";
import { addDemoCommand } from "./cli/demo-command.ts";
import { addDemoDataCommand } from "./cli/demo-data-command.ts";
import { addEnvironmentCommand } from "./cli/environment-command.ts";
import { addFindingsCommand } from "./cli/findings-command.ts";
import { addImportCommand } from "./cli/import-command.ts";
import { addMembersCommand } from "./cli/members-command.ts";
import { addOwnerLinkCommand } from "./cli/owner-link-command.ts";
import { addPackCommand } from "./cli/pack-command.ts";
import { addPeopleCommand } from "./cli/people-command.ts";
import { addRestoreCommand } from "./cli/restore-command.ts";
import { addReviewCommand } from "./cli/review-command.ts";
import { addServeCommand } from "./cli/serve-command.ts";
import { addSnapshotCommand } from "./cli/snapshot-command.ts";
import { addStartCommand } from "./cli/start-command.ts";
import { addTokensCommand } from "./cli/tokens-command.ts";
import { EXIT, EXIT_CODES } from "./cli/exit-code.ts";
import { outliveReaders, reportError } from "./cli/terminal.ts";
import { addWorkerCommand } from "./cli/worker-command.ts";

const SEE_HELP = "Run `platform --help`, or the command with --help, to see what can be given.";

const USAGE_ERROR_CHARS_MAX = 400;

/** What was typed is repeated in the message: a pasted document must not push the reason off the screen. */
function cut(text: string): string {
  const half = USAGE_ERROR_CHARS_MAX / 2;
  if (text.length <= USAGE_ERROR_CHARS_MAX) return text;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** The platform's command line. Sets the exit code: 0 ok, 1 error, 2 usage, 3 not found, 4 run failed, 5 needs a person. */
export async function runPlatform(argv: readonly string[]): Promise<void> {
  const program = new Command("platform")
    .description("Governance of managed Microsoft 365 and Intune environments.")
    .exitOverride()
    .showHelpAfterError(SEE_HELP)
    .configureOutput({ outputError: (text, write) => write(cut(text)) })
    .addHelpText("after", EXIT_CODES);
  outliveReaders();
  const end = (code: number): void => {
    process.exitCode = code;
  };
  addStartCommand(program);
  addServeCommand(program);
  addWorkerCommand(program);
  addImportCommand(program, end);
  addEnvironmentCommand(program);
  addMembersCommand(program);
  addPeopleCommand(program);
  addTokensCommand(program);
  addOwnerLinkCommand(program);
  addSnapshotCommand(program, end);
  addBaselineCommand(program);
  addFindingsCommand(program);
  addReviewCommand(program, end);
  addCompareCommand(program);
  addPackCommand(program, end);
  addRestoreCommand(program, end);
  addDemoDataCommand(program);
  addDemoCommand(program, end);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) end(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
    else end(reportError(error));
  }
}
