import type { RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import { findWorkspace } from "../store/workspace.ts";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";

const IMPORT = "Import it first: platform import --workspace W --environment E --folder PATH";

/** Ends the command where the workspace is not there. */
export async function assertWorkspace(
  { database }: Platform,
  workspaceId: RunScope["workspaceId"],
): Promise<void> {
  if ((await findWorkspace(database, workspaceId)) !== null) return;
  throw new CommandFault(`There is no workspace ${workspaceId}. ${IMPORT}`, EXIT.notFound);
}

/** Answers the environment, or ends the command where it is not there. */
export async function assertEnvironment(
  { database }: Platform,
  scope: RunScope,
): Promise<ManagedEnvironment> {
  const environment = await findEnvironment(database, scope);
  if (environment !== null) return environment;
  throw new CommandFault(
    `There is no environment ${scope.environmentId} in workspace ${scope.workspaceId}. ${IMPORT}`,
    EXIT.notFound,
  );
}
