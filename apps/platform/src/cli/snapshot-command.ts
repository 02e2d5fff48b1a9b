import type { Command } from "commander";
import { listRecentSnapshots } from "../store/snapshot-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { listChanges } from "./list-changes.ts";
import { showSnapshot } from "./show-snapshot.ts";
import { snapshotsAnswer } from "./snapshot-answer.ts";
import { startAndAnswer } from "./start-and-answer.ts";
import { CAPTURE } from "./capture-order.ts";
import { asScope } from "./find-scope.ts";
import { withPlatform } from "./with-platform.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface InEnvironment {
  readonly workspace: string;
  readonly environment: string;
}

interface Output {
  readonly output: OutputFormat;
}

interface FromTo {
  readonly from?: string;
  readonly to?: string;
}

/** `platform snapshot`: what an environment holds at one moment. */
export function addSnapshotCommand(program: Command, end: (code: number) => void): void {
  const snapshot = program.command("snapshot").description("snapshots of environments");
  addOutputOption(
    inEnvironment(snapshot.command("capture").description("capture what an environment holds now")),
  )
    .option("--no-wait", "leave as soon as the run is accepted")
    .action(async (options: InEnvironment & Output & { readonly wait: boolean }) => {
      const { wait, output } = options;
      const order = { ...CAPTURE, wait, output };
      end(await withPlatform((platform) => startAndAnswer(platform, asScope(options), order)));
    });
  addOutputOption(
    inEnvironment(snapshot.command("list").description("newest first, 50 at most")),
  ).action(async (options: InEnvironment & Output) => {
    const scope = asScope(options);
    const snapshots = await withPlatform(async (platform) => {
      await assertEnvironment(platform, scope);
      return listRecentSnapshots(platform.database, scope);
    });
    writeAnswer(options.output, snapshotsAnswer(snapshots));
  });
  addOutputOption(
    inEnvironment(snapshot.command("show").description("what a snapshot holds and covers")),
  )
    .argument("[snapshot]", "a sealed snapshot; the newest unless said")
    .action(async (snapshotId: string | undefined, options: InEnvironment & Output) => {
      const answer = await withPlatform((platform) =>
        showSnapshot(platform, asScope(options), snapshotId ?? null),
      );
      writeAnswer(options.output, answer);
    });
  addOutputOption(
    inEnvironment(
      snapshot.command("changes").description("what happened from one snapshot to a later one"),
    ),
  )
    .option("--from <id>", "a sealed snapshot; the one before unless said")
    .option("--to <id>", "a sealed snapshot; the newest unless said")
    .action(async ({ from, to, ...options }: FromTo & InEnvironment & Output) => {
      const answer = await withPlatform((platform) =>
        listChanges(platform, asScope(options), { from: from ?? null, to: to ?? null }),
      );
      writeAnswer(options.output, answer);
    });
}

function inEnvironment(command: Command): Command {
  return command
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment");
}
