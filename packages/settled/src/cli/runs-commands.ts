import { type Command, Option } from "commander";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { type ActionOptions, actOnRun, type RunAction } from "./act-on-run.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { artifactOf, type GlobalOptions, reasonWords } from "./global-options.ts";
import { addManyCommands } from "./many-commands.ts";
import { openDesk, openWritingDesk, type WritingDesk } from "./open-desk.ts";
import { cancelAction, rerunAction, resolveAction, type ResolveOptions } from "./run-actions.ts";
import { showRun } from "./show-run.ts";
import { watchRun } from "./watch-run.ts";
import { withDesk } from "./with-desk.ts";

export function addRunsCommands(program: Command, context: CommandContext): void {
  const runs = program
    .command("runs")
    .description("look at the runs of a workspace, and act on them");
  addManyCommands(runs, context);
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
  addActionCommand(runs, context, {
    name: "cancel",
    words: "end a run that was never begun, or ask its worker to stop",
    action: (io, given, desk) => cancelAction(io, given.optsWithGlobals<ActionOptions>(), desk),
  }).option("--reason <words>", "why", reasonWords);
  addActionCommand(runs, context, {
    name: "rerun",
    words: "do the work of a settled run once more, as a new run",
    action: (io, given, desk) => rerunAction(io, given.optsWithGlobals<ActionOptions>(), desk),
  }).option("--reason <words>", "why", reasonWords);
  addActionCommand(runs, context, {
    name: "resolve",
    words: "settle a run by hand",
    action: (io, given, desk) => resolveAction(io, given.optsWithGlobals<ResolveOptions>(), desk),
  })
    .addOption(
      new Option("--outcome <word>", "how it ended").choices(RUN_OUTCOMES).makeOptionMandatory(),
    )
    .requiredOption("--reason <words>", "why you know", reasonWords)
    .option("--related <type/id>", "the artifact that proves it", artifactOf);
}

const RUN_LOOKS = [
  { name: "show", words: "show one run and why its outcome is believed", look: showRun },
  { name: "watch", words: "print what happens to a run until it ends", look: watchRun },
] as const;

function addActionCommand(
  runs: Command,
  context: CommandContext,
  command: {
    readonly name: string;
    readonly words: string;
    action(io: CliIo, given: Command, desk: WritingDesk): RunAction;
  },
): Command {
  return runs
    .command(command.name)
    .description(command.words)
    .argument("<id>", "the id of the run")
    .option("--yes", "do not ask, even at a terminal")
    .action(async (id: string, _options, given: Command) => {
      const options = given.optsWithGlobals<ActionOptions>();
      const desk = openWritingDesk(context, options);
      await withDesk(context, desk, (open) => {
        const action = command.action(context.io, given, open);
        return actOnRun(context, { id, options, action }, open);
      });
    });
}
