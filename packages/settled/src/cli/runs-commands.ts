import { type Command, Option } from "commander";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import type { ServedRunJson } from "../http/served-run-json.ts";
import { type ActionOptions, actOnRun, type RunAction } from "./act-on-run.ts";
import type { CommandContext } from "./command-context.ts";
import type { ActingDesk } from "./desk/run-desk.ts";
import { withActingDesk, withRunDesk } from "./desk/with-run-desk.ts";
import { artifactOf, type GlobalOptions, reasonWords } from "./global-options.ts";
import { addManyCommands } from "./many-commands.ts";
import { cancelAction, rerunAction, resolveAction, type ResolveOptions } from "./run-actions.ts";
import { showRun } from "./show-run.ts";
import { startRun, type StartOptions } from "./start-run.ts";
import { watchRun } from "./watch-run.ts";

export function addRunsCommands(program: Command, context: CommandContext): void {
  const runs = program
    .command("runs")
    .description("look at the runs of a workspace, and act on them");
  addManyCommands(runs, context);
  addStartCommand(runs, context);
  for (const { name, words, look } of RUN_LOOKS) {
    runs
      .command(name)
      .description(words)
      .argument("<id>", "the id of the run")
      .action(async (id: string, _options, command: Command) => {
        const asked = { id, options: command.optsWithGlobals<GlobalOptions>() };
        await withRunDesk(context, asked.options, (desk) => look(context, asked, desk));
      });
  }
  addActionCommand(runs, context, {
    name: "cancel",
    words: "end a run that was never begun, or ask its worker to stop",
    action: (given, desk) => cancelAction(given.optsWithGlobals<ActionOptions>(), desk),
  }).option("--reason <words>", "why", reasonWords);
  addActionCommand(runs, context, {
    name: "rerun",
    words: "do the work of a settled run once more, as a new run",
    action: (given, desk) => rerunAction(given.optsWithGlobals<ActionOptions>(), desk),
  }).option("--reason <words>", "why", reasonWords);
  addActionCommand(runs, context, {
    name: "resolve",
    words: "settle a run by hand",
    action: (given, desk) => resolveAction(given.optsWithGlobals<ResolveOptions>(), desk),
  })
    .addOption(
      new Option("--outcome <word>", "how it ended").choices(RUN_OUTCOMES).makeOptionMandatory(),
    )
    .requiredOption("--reason <words>", "why you know", reasonWords)
    .option("--related <type/id>", "the artifact that proves it", artifactOf);
}

function addStartCommand(runs: Command, context: CommandContext): void {
  runs
    .command("start")
    .description("start an operation, or join the run that is doing the same already")
    .argument("<type>", "the type of the operation")
    .option("--environment <id>", "the environment that it is about")
    .option("--input <json>", "its input; an empty object unless given")
    .option("--input-file <file>", "a file that holds the input")
    .action(async (type: string, _options, command: Command) => {
      const asked = { type, options: command.optsWithGlobals<StartOptions>() };
      await withActingDesk(context, asked.options, (desk) => startRun(context, asked, desk));
    });
}

const RUN_LOOKS = [
  { name: "show", words: "show one run and why its outcome is believed", look: showRun },
  { name: "watch", words: "print what happens to a run until it ends", look: watchRun },
] as const;

function addActionCommand<Done extends ServedRunJson>(
  runs: Command,
  context: CommandContext,
  command: {
    readonly name: string;
    readonly words: string;
    action(given: Command, desk: ActingDesk): RunAction<Done>;
  },
): Command {
  return runs
    .command(command.name)
    .description(command.words)
    .argument("<id>", "the id of the run")
    .option("--yes", "do not ask, even at a terminal")
    .action(async (id: string, _options, given: Command) => {
      const options = given.optsWithGlobals<ActionOptions>();
      await withActingDesk(context, options, (desk) => {
        const action = command.action(given, desk);
        return actOnRun(context, { id, options, action }, desk);
      });
    });
}
