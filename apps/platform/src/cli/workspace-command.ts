import type { Command } from "commander";
import { asWorkspaceId } from "settled";
import type { Platform } from "../platform.ts";
import { assertWorkspace } from "./assert-scope.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { withPlatform } from "./with-platform.ts";
import {
  addOutputOption,
  type CommandAnswer,
  type OutputFormat,
  writeAnswer,
} from "./write-output.ts";

export interface WorkspaceOptions {
  readonly workspace: string;
  readonly output: OutputFormat;
}

/** A command about one workspace. */
export function addWorkspaceCommand(group: Command, name: string, description: string): Command {
  return addOutputOption(group.command(name).description(description)).requiredOption(
    "--workspace <id>",
    "the workspace",
  );
}

/** Does the work if the workspace is there, and writes what it answers. */
export async function runInWorkspace(
  { workspace, output }: WorkspaceOptions,
  work: (platform: Platform) => Promise<CommandAnswer>,
): Promise<void> {
  await withPlatform(async (platform) => {
    await assertWorkspace(platform, asWorkspaceId(workspace));
    writeAnswer(output, await work(platform));
  });
}

/** Where something is done, and by whom. */
export function placeOf({ workspace }: WorkspaceOptions) {
  return { workspaceId: asWorkspaceId(workspace), by: personAtTerminal() };
}

/** What access is kept by, and written down in. */
export function accessPartsOf({ database, settled }: Platform) {
  return { database, audit: settled.audit };
}
