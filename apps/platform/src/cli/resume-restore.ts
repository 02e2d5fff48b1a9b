import { asEnvironmentId, asWorkspaceId, isRunId } from "settled";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { findRestoresOfRun } from "../store/restore-store.ts";
import { confirmName } from "./confirm-name.ts";
import { EXIT } from "./exit-code.ts";
import { startAndFollow } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";

/** Starts a new run that goes on where the restore of another run ended. */
export async function resumeRestore(
  platform: Platform,
  options: {
    readonly run: string;
    readonly workspace: string;
    readonly yes: boolean;
    readonly wait: boolean;
  },
): Promise<number> {
  const workspaceId = asWorkspaceId(options.workspace);
  const { database } = platform;
  const missing =
    "There is no restore of such a run. platform restore list shows those that there are.";
  if (!isRunId(options.run)) throw new CommandFault(missing, EXIT.notFound);
  const [restore] = await findRestoresOfRun(database, workspaceId, options.run);
  if (restore === undefined) throw new CommandFault(missing, EXIT.notFound);
  const scope = { workspaceId, environmentId: asEnvironmentId(restore.environmentId) };
  const environment = await findEnvironment(database, scope);
  if (!options.yes) await confirmName(environment?.name ?? restore.environmentId);
  const input = { resumes: restore.restoreId };
  return startAndFollow(platform, scope, { type: "restore.execute", input, wait: options.wait });
}
