import {
  asEnvironmentId,
  type EnvironmentId,
  type RunScope,
  type SqlExecutor,
  type WorkspaceId,
} from "settled";
import {
  type ActorExchange,
  type Answer,
  checkAccess,
  problemAnswer,
  problemOf,
  problemOfAccess,
  reachOf,
  workspaceIdOf,
} from "settled/http";
import type { Platform } from "../platform.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import { findWorkspace, type Workspace } from "../store/workspace.ts";

export const VIEW_ENVIRONMENTS = "environments.view";
const READ_TIMEOUT_MS = 10_000;

export interface EnvironmentScope extends RunScope {
  readonly environmentId: EnvironmentId;
  readonly environment: ManagedEnvironment;
}

/** Whether the actor sees an environment of the workspace. */
export type EnvironmentFilter = (environment: { readonly environmentId: EnvironmentId }) => boolean;

export function notFound(): Answer {
  return problemAnswer(problemOf("not_found"));
}

/**
 * Answers for the workspace of the path, if the actor may see it. What is read on the way is one read-only moment
 * under the row-level security of that workspace.
 */
export async function inWorkspace(
  platform: Platform,
  exchange: ActorExchange,
  answer: (workspace: Workspace, on: SqlExecutor, sees: EnvironmentFilter) => Promise<Answer>,
): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return notFound();
  const reach = await reachOf(exchange, VIEW_ENVIRONMENTS, workspaceId);
  if (reach.kind === "hidden" || reach.kind === "forbidden") {
    return problemAnswer(problemOfAccess(reach));
  }
  const scope: RunScope = { workspaceId, environmentId: null };
  const sees: EnvironmentFilter = ({ environmentId }) =>
    reach.kind === "workspace" || reach.environmentIds.includes(environmentId);
  return reading(platform, scope, async (on) => {
    const workspace = await findWorkspace(on, workspaceId);
    return workspace === null ? notFound() : answer(workspace, on, sees);
  });
}

/** Answers for the environment of the path, if it exists there and the actor may see it. */
export async function inEnvironment(
  platform: Platform,
  exchange: ActorExchange,
  answer: (scope: EnvironmentScope, on: SqlExecutor) => Promise<Answer>,
): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  const scope = workspaceId === null ? null : asScope(workspaceId, exchange);
  if (scope === null) return notFound();
  const access = await checkAccess(exchange, VIEW_ENVIRONMENTS, scope);
  if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
  return reading(platform, scope, async (on) => {
    const environment = await findEnvironment(on, scope);
    return environment === null ? notFound() : answer({ ...scope, environment }, on);
  });
}

function reading<Result>(
  platform: Platform,
  scope: RunScope,
  look: (on: SqlExecutor) => Promise<Result>,
): Promise<Result> {
  const options = { timeoutMs: READ_TIMEOUT_MS };
  return platform.settled.truth.withTruth(scope, options, (truth) => look(asExecutor(truth)));
}

function asScope(workspaceId: WorkspaceId, exchange: ActorExchange) {
  try {
    return { workspaceId, environmentId: asEnvironmentId(exchange.pathPart("environment")) };
  } catch {
    return null;
  }
}
