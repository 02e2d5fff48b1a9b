import type { ToldEvent } from "../ports/event-tail.ts";
import type { AccessReach } from "../ports/access-policy.ts";
import type { EnvironmentId, WorkspaceId } from "../run/scope.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { checkAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { findActorAnew } from "./find-actor-anew.ts";
import { isSameReach, reachOf } from "./reach-of.ts";
import type { StreamQuery } from "./stream-query.ts";

export type OpenReach = Extract<AccessReach, { kind: "workspace" | "environments" }>;

/** Which events of a workspace a reader is shown: those that they may see, and of these what they asked for. */
export interface StreamSight {
  /** The same for whoever is shown the same. */
  readonly key: string;
  shows(event: ToldEvent): boolean;
}

export function sightOf(
  reach: OpenReach,
  denied: readonly EnvironmentId[],
  asked: StreamQuery,
): StreamSight {
  const reached = reach.kind === "workspace" ? null : new Set<string>(reach.environmentIds);
  const hidden = new Set<string>(denied);
  const mayBeSeen = ({ environmentId }: ToldEvent) =>
    environmentId === null
      ? reached === null
      : reached?.has(environmentId) !== false && !hidden.has(environmentId);
  return {
    key: JSON.stringify([
      reached && [...reached].sort(),
      [...hidden].sort(),
      asked.environment,
      asked.type,
      asked.run,
    ]),
    shows: (event) =>
      mayBeSeen(event) &&
      isAsked(asked.environment, event.environmentId) &&
      isAsked(asked.type, event.operationType) &&
      isAsked(asked.run, event.runId),
  };
}

function isAsked(asked: readonly string[] | undefined, value: string | null): boolean {
  return asked === undefined || (value !== null && asked.includes(value));
}

/**
 * The environments among these in which the actor may not see runs. A policy that says how far its actors reach has
 * said it already; any other is asked one by one.
 */
export async function deniedOf(
  exchange: ActorExchange,
  workspaceId: WorkspaceId,
  environmentIds: readonly EnvironmentId[],
): Promise<readonly EnvironmentId[]> {
  if (exchange.desk.policy.reach !== undefined) return [];
  const answers = await Promise.all(
    environmentIds.map(async (environmentId) => {
      const { kind } = await checkAccess(exchange, VIEW_RUNS, { workspaceId, environmentId });
      return kind === "allowed" ? [] : [environmentId];
    }),
  );
  return answers.flat();
}

/** Why a stream that was open may not go on as it is; null = nothing has changed. */
export type StreamEnd = "signed_out" | "access_lost" | "access_changed";

/** Asks anew who it is that reads, and how far they reach now. */
export async function recheckReader(
  exchange: ActorExchange,
  workspaceId: WorkspaceId,
  before: OpenReach,
): Promise<StreamEnd | null> {
  const again = await findActorAnew(exchange);
  if (again === null) return "signed_out";
  const reach = await reachOf(again, VIEW_RUNS, workspaceId);
  if (reach.kind === "hidden" || reach.kind === "forbidden") return "access_lost";
  return isSameReach(reach, before) ? null : "access_changed";
}
