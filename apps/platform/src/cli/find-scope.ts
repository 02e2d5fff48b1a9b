import { asEnvironmentId, asWorkspaceId, type EnvironmentId, type RunScope } from "settled";
import type { Platform } from "../platform.ts";
import { assertEnvironment } from "./assert-scope.ts";
import type { OutputFormat } from "./write-output.ts";

export interface ScopeOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly output: OutputFormat;
}

export interface EnvironmentScope extends RunScope {
  readonly environmentId: EnvironmentId;
}

/** The scope that the options name, whether it is there or not. */
export function asScope(
  options: Pick<ScopeOptions, "workspace" | "environment">,
): EnvironmentScope {
  return {
    workspaceId: asWorkspaceId(options.workspace),
    environmentId: asEnvironmentId(options.environment),
  };
}

/** The environment that the options name; ends the command where there is none. */
export async function findScope(
  platform: Platform,
  options: ScopeOptions,
): Promise<EnvironmentScope> {
  const scope = asScope(options);
  await assertEnvironment(platform, scope);
  return scope;
}
