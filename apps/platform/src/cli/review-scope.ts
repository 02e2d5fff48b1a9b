import type { EnvironmentId, RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import { asScope } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";
import type { OutputFormat } from "./write-output.ts";

export interface ScopeOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly output: OutputFormat;
}

export const EXIT_NOT_FOUND = 3;

export interface FoundScope extends RunScope {
  readonly environmentId: EnvironmentId;
  readonly environment: ManagedEnvironment;
}

/** The environment that the options name; ends the command where there is none. */
export async function findScope(
  { database }: Platform,
  options: ScopeOptions,
): Promise<FoundScope> {
  const environment = await findEnvironment(database, asScope(options));
  if (environment === null) {
    throw new CommandFault(
      `There is no environment ${options.environment} in workspace ${options.workspace}. Import it first: platform import --workspace W --environment E --folder PATH`,
      EXIT_NOT_FOUND,
    );
  }
  const { workspaceId, environmentId } = environment;
  return { workspaceId, environmentId, environment };
}

/** What is said where a review was asked for that the environment does not have. */
export function noSuchReview({ workspace, environment }: ScopeOptions): CommandFault {
  return new CommandFault(
    `The environment has no such review. See: platform review list --workspace ${workspace} --environment ${environment}`,
    EXIT_NOT_FOUND,
  );
}
