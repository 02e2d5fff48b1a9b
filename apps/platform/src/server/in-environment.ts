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
  workspaceIdOf,
} from "settled/http";
import type { Platform } from "../platform.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findEnvironment, type ManagedEnvironment } from "../store/environment.ts";

export const VIEW_ENVIRONMENTS = "environments.view";
const READ_TIMEOUT_MS = 10_000;

export interface EnvironmentScope extends RunScope {
  readonly environmentId: EnvironmentId;
  readonly environment: ManagedEnvironment;
}

export function notFound(): Answer {
  return problemAnswer(problemOf("not_found"));
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
