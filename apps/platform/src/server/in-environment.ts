import { asEnvironmentId, type RunScope, type WorkspaceId } from "settled";
import {
  type ActorExchange,
  type Answer,
  checkAccess,
  problemAnswer,
  problemOf,
  problemOfAccess,
  workspaceIdOf,
} from "settled/http";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";
import type { Platform } from "../platform.ts";

export const VIEW_ENVIRONMENTS = "environments.view";

export interface EnvironmentScope extends RunScope {
  readonly environment: ManagedEnvironment;
}

export function notFound(): Answer {
  return problemAnswer(problemOf("not_found"));
}

/** Answers for the workspace of the path, if the actor may see it. */
export async function inWorkspace(
  exchange: ActorExchange,
  answer: (workspaceId: WorkspaceId) => Promise<Answer>,
): Promise<Answer> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return notFound();
  const access = await checkAccess(exchange, VIEW_ENVIRONMENTS, {
    workspaceId,
    environmentId: null,
  });
  return access.kind === "allowed" ? answer(workspaceId) : problemAnswer(problemOfAccess(access));
}

/** Answers for the environment of the path, if it exists there and the actor may see it. */
export function inEnvironment(
  platform: Platform,
  exchange: ActorExchange,
  answer: (scope: EnvironmentScope) => Promise<Answer>,
): Promise<Answer> {
  return inWorkspace(exchange, async (workspaceId) => {
    const scope = asScope(workspaceId, exchange.pathPart("environment"));
    if (scope === null) return notFound();
    const access = await checkAccess(exchange, VIEW_ENVIRONMENTS, scope);
    if (access.kind !== "allowed") return problemAnswer(problemOfAccess(access));
    const environment = await findEnvironment(platform.database, scope);
    return environment === null ? notFound() : answer({ ...scope, environment });
  });
}

function asScope(workspaceId: WorkspaceId, environment: string): RunScope | null {
  try {
    return { workspaceId, environmentId: asEnvironmentId(environment) };
  } catch {
    return null;
  }
}
