import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";
import { chooseDoor, refuseServer } from "./desk/choose-door.ts";
import { withActingDesk, withRunDesk } from "./desk/with-run-desk.ts";
import { examineOverHttp } from "./doctor/examine-over-http.ts";
import { type DoctorOptions, runDoctor } from "./doctor/run-doctor.ts";
import { addGlobalOptions, type GlobalOptions, wholeNumber } from "./global-options.ts";
import { listOperations } from "./list-operations.ts";
import { migrateTables, type MigrateTablesOptions } from "./migrate-tables.ts";
import { openWritingDesk } from "./open-desk.ts";
import { reconcileRun } from "./reconcile-run.ts";
import { reconcileRuns, type ReconcileRunsOptions } from "./reconcile-runs.ts";
import { runWorker, type RunWorkerOptions } from "./run-worker.ts";
import { addRunsCommands } from "./runs-commands.ts";
import { LINE_WIDTH } from "./terminal-text.ts";
import { withDesk } from "./with-desk.ts";

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
  addOperationsCommand(program, context);
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
      refuseServer(context.io, options, "Migrating");
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
      refuseServer(context.io, options, "A worker");
      const desk = openWritingDesk(context, options);
      await withDesk(context, desk, (open) => runWorker(context, options, open));
    });
}

export function addOperationsCommand(program: Command, context: CommandContext): void {
  program
    .command("operations")
    .description("list what can be started")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await withRunDesk(context, options, (open) => listOperations(context, options, open));
    });
}

export function addReconcileCommand(program: Command, context: CommandContext): void {
  program
    .command("reconcile")
    .description("ask the truth about one run, or about everything that is due")
    .option("--dry-run", "say what would change and change nothing")
    .option("--run <id>", "one run of the workspace")
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ReconcileRunsOptions>();
      const { run: id } = options;
      if (id !== undefined) {
        const one = { id, options };
        return withActingDesk(context, options, (open) => reconcileRun(context, one, open));
      }
      refuseServer(context.io, options, "Sweeping everything that is due");
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
      const door = chooseDoor(context.io, options);
      context.end(
        door.kind === "server"
          ? await examineOverHttp(context, options, door)
          : await runDoctor(context, options),
      );
    });
}
