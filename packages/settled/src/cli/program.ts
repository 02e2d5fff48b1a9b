import { Command } from "commander";
import { PAGE_SIZE_MAX } from "../ports/run-reader.ts";
import { RUN_OUTCOMES, RUN_STATUSES } from "../run/operation-run.ts";
import type { CommandContext } from "./command-context.ts";
import { type DoctorOptions, runDoctor } from "./doctor/run-doctor.ts";
import {
  addGlobalOptions,
  type GlobalOptions,
  oneOf,
  severalOf,
  wholeNumber,
} from "./global-options.ts";
import { listRuns, type ListRunsOptions } from "./list-runs.ts";
import { migrateTables, type MigrateTablesOptions } from "./migrate-tables.ts";
import { openDesk, openWritingDesk } from "./open-desk.ts";
import { reconcileRuns, type ReconcileRunsOptions } from "./reconcile-runs.ts";
import { runWorker, type RunWorkerOptions } from "./run-worker.ts";
import { showRun } from "./show-run.ts";
import { LINE_WIDTH } from "./terminal-text.ts";
import { watchRun } from "./watch-run.ts";
import { withDesk } from "./with-desk.ts";

const LIST_LIMIT = 20;
const CONCURRENCY = 4;
const CONCURRENCY_MAX = 1_000;
const EXIT_CODES = `
Exit codes: 0 ok, 1 error, 2 usage, 3 not found or forbidden, 4 the run failed, 5 it needs a person.`;

/** The whole command line. A host that adds its own commands takes it as it is, or takes the `add…` it wants. */
export function createProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.io;
  const program = new Command("settled")
    .description("Truthful records of long-running operations.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => LINE_WIDTH,
      getErrHelpWidth: () => LINE_WIDTH,
    })
    .addHelpText("after", EXIT_CODES);
  addGlobalOptions(program);
  addMigrateCommand(program, context);
  addWorkerCommand(program, context);
  addRunsCommands(program, context);
  addReconcileCommand(program, context);
  addDoctorCommand(program, context);
  return program;
}

export function addMigrateCommand(program: Command, context: CommandContext): void {
  program
    .command("migrate")
    .description("bring the database to this release")
    .option("--dry-run", "say what would be applied")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<MigrateTablesOptions>();
      context.end(await migrateTables(context, options));
    });
}

export function addWorkerCommand(program: Command, context: CommandContext): void {
  program
    .command("worker")
    .description("execute jobs and settle runs until stopped")
    .option(
      "--concurrency <n>",
      "jobs at once for each queue",
      wholeNumber(1, CONCURRENCY_MAX),
      CONCURRENCY,
    )
    .option("--no-sweep", "leave due runs to other workers")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<RunWorkerOptions>();
      const desk = openWritingDesk(context, options);
      await withDesk(context, desk, (open) => runWorker(context, options, open));
    });
}

export function addRunsCommands(program: Command, context: CommandContext): void {
  const runs = program.command("runs").description("look at the runs of a workspace");
  runs
    .command("list")
    .description("list runs, newest first")
    .option("--status <word>", `one of: ${RUN_STATUSES.join(", ")}`, oneOf(RUN_STATUSES))
    .option("--outcome <word>", `one of: ${RUN_OUTCOMES.join(", ")}`, oneOf(RUN_OUTCOMES))
    .option("--type <operation>", "an operation type", severalOf)
    .option("--environment <id>", "an environment", severalOf)
    .option("--limit <n>", "runs at most", wholeNumber(1, PAGE_SIZE_MAX), LIST_LIMIT)
    .option("--cursor <word>", "the place behind an earlier page")
    .addHelpText("after", "\nFilters may be given more than once.")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ListRunsOptions>();
      const desk = openDesk(context, options);
      await withDesk(context, desk, (open) => listRuns(context, options, open));
    });
  for (const { name, words, look } of RUN_LOOKS) {
    runs
      .command(name)
      .description(words)
      .argument("<id>", "the id of the run")
      .action(async (id: string, _options, command: Command) => {
        const asked = { id, options: command.optsWithGlobals<GlobalOptions>() };
        const desk = openDesk(context, asked.options);
        await withDesk(context, desk, (open) => look(context, asked, open));
      });
  }
}

const RUN_LOOKS = [
  { name: "show", words: "show one run and why its outcome is believed", look: showRun },
  { name: "watch", words: "print what happens to a run until it ends", look: watchRun },
] as const;

export function addReconcileCommand(program: Command, context: CommandContext): void {
  program
    .command("reconcile")
    .description("ask the truth about one run, or about everything that is due")
    .option("--dry-run", "say what would change and change nothing")
    .option("--run <id>", "one run of the workspace")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ReconcileRunsOptions>();
      const desk = openWritingDesk(context, options);
      await withDesk(context, desk, (open) => reconcileRuns(context, options, open));
    });
}

export function addDoctorCommand(program: Command, context: CommandContext): void {
  program
    .command("doctor")
    .description("say whether everything that runs depend on is well")
    .option("--check", "hold every stored run against what must always be true")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<DoctorOptions>();
      context.end(await runDoctor(context, options));
    });
}
