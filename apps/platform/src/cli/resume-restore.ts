import { asEnvironmentId, asWorkspaceId, isRunId } from "settled";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { findRestoresOfRun } from "../store/restore-store.ts";
import { EXIT } from "./exit-code.ts";
import { confirmName } from "./confirm-name.ts";
import { startAndAnswer } from "./start-and-answer.ts";
import { CommandFault } from "./terminal.ts";
import type { OutputFormat } from "./write-output.ts";

export interface ResumeOptions {
  readonly run: string;
  readonly workspace: string;
  readonly yes: boolean;
  readonly wait: boolean;
  readonly output: OutputFormat;
}

/** Starts a new run that goes on where the restore of another run ended. */
export async function resumeRestore(platform: Platform, options: ResumeOptions): Promise<number> {
  const workspaceId = asWorkspaceId(options.workspace);
  const { database } = platform;
  const missing = `No restore with a sealed plan bears that run, so there is nothing to go on with. If it was blocked before, start again: platform restore run --workspace ${workspaceId} --environment E --snapshot ID`;
  if (!isRunId(options.run)) throw new CommandFault(missing, EXIT.notFound);
  const [restore] = await findRestoresOfRun(database, workspaceId, options.run);
  if (restore === undefined) throw new CommandFault(missing, EXIT.notFound);
  const scope = { workspaceId, environmentId: asEnvironmentId(restore.environmentId) };
  const environment = await findEnvironment(database, scope);
  if (!options.yes) await confirmName(environment?.name ?? restore.environmentId);
  const input = { resumes: restore.restoreId };
  const { wait, output } = options;
  const order = { type: "restore.execute", input, wait, output, artifactKey: "restore_id" };
  return startAndAnswer(platform, scope, order);
}
