import { type Command, Option } from "commander";
import { BULK_ACTIONS } from "../bulk/bulk-order.ts";
import { PAGE_SIZE_MAX } from "../ports/run-reader.ts";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { type BulkOptions, bulkRuns } from "./bulk-runs.ts";
import type { CommandContext } from "./command-context.ts";
import { withActingDesk, withRunDesk } from "./desk/with-run-desk.ts";
import { EXPORT_FORMATS, type ExportOptions, exportRuns } from "./export-runs.ts";
import { addFilterOptions } from "./filter-options.ts";
import { artifactOf, reasonWords, wholeNumber } from "./global-options.ts";
import { listRuns, type ListRunsOptions } from "./list-runs.ts";

const LIST_LIMIT = 20;

/** The commands about many runs at once. */
export function addManyCommands(runs: Command, context: CommandContext): void {
  addFilterOptions(runs.command("list").description("list runs, newest first"), "--reason")
    .option("--limit <n>", "runs at most", wholeNumber(1, PAGE_SIZE_MAX), LIST_LIMIT)
    .option("--cursor <word>", "the place behind an earlier page")
    .option("--all", "every page, with -o ndjson")
    .action(async (_options, command: Command) => {
      const options = withReasons(command.optsWithGlobals<ListRunsOptions & AskedReasons>());
      await withRunDesk(context, options, (desk) => listRuns(context, options, desk));
    });
  addFilterOptions(
    runs.command("export").description("write every run of a filter, newest first"),
    "--reason",
  )
    .addOption(new Option("--format <word>", "how").choices(EXPORT_FORMATS).default("ndjson"))
    .action(async (_options, command: Command) => {
      const options = withReasons(command.optsWithGlobals<ExportOptions & AskedReasons>());
      await withRunDesk(context, options, (desk) => exportRuns(context, options, desk));
    });
  addFilterOptions(
    runs
      .command("bulk")
      .description("take an action on many runs, as a run of its own")
      .argument("[ids...]", "the ids of the runs, where no filter names them"),
    "--ended-because",
  )
    .addOption(
      new Option("--action <word>", "what to do").choices(BULK_ACTIONS).makeOptionMandatory(),
    )
    .option("--reason <words>", "why", reasonWords)
    .addOption(new Option("--result <word>", "for resolve: how they ended").choices(RUN_OUTCOMES))
    .option("--related <type/id>", "for resolve: the artifact that proves it", artifactOf)
    .option("--dry-run", "only say what would become of each")
    .option("--yes", "do not ask, even at a terminal")
    .action(async (ids: string[], _options, command: Command) => {
      const options = { ...command.optsWithGlobals<BulkOptions>(), ids };
      await withActingDesk(context, options, (desk) => bulkRuns(context, options, desk));
    });
}

interface AskedReasons {
  readonly reason?: readonly string[];
}

function withReasons<Options extends AskedReasons>({ reason, ...options }: Options) {
  return reason === undefined ? options : { ...options, endedBecause: reason };
}
