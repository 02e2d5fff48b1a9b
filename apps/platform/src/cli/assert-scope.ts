import type { RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { findWorkspace } from "../store/workspace.ts";
import { CommandFault } from "./terminal.ts";

const EXIT_NOT_FOUND = 3;
const IMPORT = "Import it first: platform import --workspace W --environment E --folder PATH";

/** Ends the command where the workspace is not there. */
export async function assertWorkspace(
  { database }: Platform,
  workspaceId: RunScope["workspaceId"],
): Promise<void> {
  if ((await findWorkspace(database, workspaceId)) !== null) return;
  throw new CommandFault(`There is no workspace ${workspaceId}. ${IMPORT}`, EXIT_NOT_FOUND);
}

/** Ends the command where the environment is not there. */
export async function assertEnvironment({ database }: Platform, scope: RunScope): Promise<void> {
  if ((await findEnvironment(database, scope)) !== null) return;
  throw new CommandFault(
    `There is no environment ${scope.environmentId} in workspace ${scope.workspaceId}. ${IMPORT}`,
    EXIT_NOT_FOUND,
  );
}
