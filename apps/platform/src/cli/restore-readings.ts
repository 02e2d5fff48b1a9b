import type { Command } from "commander";
import { asEnvironmentId, asWorkspaceId, isRunId } from "settled";
import type { Platform } from "../platform.ts";
import { gatherRestore, gatherRestores } from "../server/gather-restore.ts";
import { findRestoresOfRun } from "../store/restore-store.ts";
import { EXIT } from "./exit-code.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { restoreAnswer, restoreListAnswer } from "./restore-answer.ts";
import { asScope } from "./find-scope.ts";
import { CommandFault } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import {
  addOutputOption,
  type CommandAnswer,
  type OutputFormat,
  writeAnswer,
} from "./write-output.ts";

/** `platform restore show` and `platform restore list`: these only read. */
export function addRestoreReadings(restore: Command): void {
  addOutputOption(restore.command("show"))
    .description("show what a restore has really written, item by item")
    .argument("<run>", "the id of its run")
    .requiredOption("--workspace <id>", "the workspace")
    .action(async (run: string, options: { workspace: string; output: OutputFormat }) => {
      await withPlatform(async (platform) => {
        writeAnswer(options.output, await showRestore(platform, { run, ...options }));
      });
    });
  addOutputOption(restore.command("list"))
    .description("list the restores of an environment, newest first")
    .requiredOption("--workspace <id>", "the workspace")
    .requiredOption("--environment <id>", "the environment")
    .action(async (options: { workspace: string; environment: string; output: OutputFormat }) => {
      const scope = asScope(options);
      await withPlatform(async (platform) => {
        await assertEnvironment(platform, scope);
        const entries = await gatherRestores(platform, platform.database, scope);
        writeAnswer(options.output, restoreListAnswer(entries));
      });
    });
}

async function showRestore(
  platform: Platform,
  options: { readonly run: string; readonly workspace: string },
): Promise<CommandAnswer> {
  const { database } = platform;
  const workspaceId = asWorkspaceId(options.workspace);
  const [restore] = isRunId(options.run)
    ? await findRestoresOfRun(database, workspaceId, options.run)
    : [];
  const scope = { workspaceId, environmentId: asEnvironmentId(restore?.environmentId ?? "none") };
  const found =
    restore === undefined
      ? null
      : await gatherRestore(platform, database, { scope, id: restore.restoreId });
  if (found === null) {
    throw new CommandFault(
      `No restore with a sealed plan bears that run. What became of it: npx settled runs show ${options.run} --workspace ${workspaceId}`,
      EXIT.notFound,
    );
  }
  return restoreAnswer(found);
}
