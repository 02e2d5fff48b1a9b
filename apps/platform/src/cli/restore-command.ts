import { type Command, Option } from "commander";
import type { Platform } from "../platform.ts";
import { ACCESS_STATES } from "../restore/access-state.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";
import { addRestoreReadings } from "./restore-readings.ts";
import { startAndAnswer } from "./start-and-answer.ts";
import { asScope } from "./find-scope.ts";
import { confirmName } from "./confirm-name.ts";
import { planAnswer } from "./plan-answer.ts";
import { planForTerminal, type PlanOptions } from "./plan-for-terminal.ts";
import { resumeRestore, type ResumeOptions } from "./resume-restore.ts";
import { withPlatform } from "./with-platform.ts";

interface RunOptions extends PlanOptions {
  readonly yes: boolean;
  readonly wait: boolean;
  readonly output: OutputFormat;
}

/** `platform restore`: what would be written, writing it, and what was really written. */
export function addRestoreCommand(program: Command, end: (code: number) => void): void {
  const restore = program.command("restore").description("restore an environment from a snapshot");
  addOutputOption(addPlanOptions(restore.command("plan")))
    .description("show what a restore would write; stores and writes nothing")
    .action(async ({ output, ...options }: PlanOptions & { output: OutputFormat }) => {
      await withPlatform(async (platform) => {
        const { plan, identity } = await planForTerminal(platform, options);
        writeAnswer(output, planAnswer(plan, identity));
      });
    });
  addOutputOption(addPlanOptions(restore.command("run")))
    .description("restore, after showing the plan and asking")
    .option("--yes", "do not ask", false)
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: RunOptions) => {
      end(await withPlatform((platform) => runRestore(platform, options)));
    });
  addOutputOption(restore.command("resume"))
    .description(
      "go on with a restore that was blocked or written in part; nothing is written twice",
    )
    .argument("<run>", "the id of its run")
    .requiredOption("--workspace <id>", "the workspace")
    .option("--yes", "do not ask", false)
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (run: string, options: Omit<ResumeOptions, "run">) => {
      end(await withPlatform((platform) => resumeRestore(platform, { run, ...options })));
    });
  addRestoreReadings(restore);
}

async function runRestore(platform: Platform, options: RunOptions): Promise<number> {
  const { environment, plan, identity } = await planForTerminal(platform, options);
  const { output, wait } = options;
  // A program that wants JSON gets the run; the plan alone is what `restore plan` is for.
  if (output === "table") writeAnswer(output, planAnswer(plan, identity));
  if (!options.yes) await confirmName(environment.name);
  const items = plan.items.map(({ type, itemKey }) => ({ type, item_key: itemKey }));
  const input = {
    snapshot_id: options.snapshot,
    ca_state: options.caState,
    ...(options.select.length === 0 ? {} : { items }),
  };
  const order = { type: "restore.execute", input, wait, output, artifactKey: "restore_id" };
  return startAndAnswer(platform, asScope(options), order);
}

function addPlanOptions(command: Command): Command {
  return command
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment")
    .requiredOption("--snapshot <id>", "a sealed snapshot of the environment")
    .option("--select <name...>", "only the items of these names", [])
    .addOption(
      new Option("--ca-state <state>", "in which state conditional access policies end")
        .choices(ACCESS_STATES)
        .default("disabled"),
    );
}
