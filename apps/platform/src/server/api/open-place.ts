import { type AccessReach, asEnvironmentId, type RunScope, type WorkspaceId } from "settled";
import {
  type ActorExchange,
  checkAccess,
  type Problem,
  problemOf,
  problemOfAccess,
  reachOf,
  workspaceIdOf,
} from "settled/http";
import type { Capability } from "../../access/capabilities.ts";
import type { EnvironmentScope } from "../in-environment.ts";

export type Opened<Place> =
  | { readonly kind: "open"; readonly place: Place }
  | { readonly kind: "problem"; readonly problem: Problem };

/** A workspace, and in which of its environments the actor has the capability that was asked for. */
export interface WorkspacePlace {
  readonly workspaceId: WorkspaceId;
  readonly reach: Extract<AccessReach, { kind: "workspace" | "environments" }>;
}

export type EnvironmentPlace = Pick<EnvironmentScope, "workspaceId" | "environmentId">;

/** The workspace of the path, for whoever has the capability somewhere in it. */
export async function openWorkspace(
  exchange: ActorExchange,
  capability: Capability,
): Promise<Opened<WorkspacePlace>> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return absent();
  const reach = await reachOf(exchange, capability, workspaceId);
  switch (reach.kind) {
    case "workspace":
    case "environments":
      return { kind: "open", place: { workspaceId, reach } };
    case "hidden":
    case "forbidden":
      return { kind: "problem", problem: problemOfAccess(reach) };
  }
}

/** The workspace of the path, for whoever has the capability in all of it. */
export async function openWholeWorkspace(
  exchange: ActorExchange,
  capability: Capability,
): Promise<Opened<WorkspacePlace>> {
  const opened = await openWorkspace(exchange, capability);
  if (opened.kind === "problem") return opened;
  const { workspaceId } = opened.place;
  const access = await checkAccess(exchange, capability, { workspaceId, environmentId: null });
  return access.kind === "allowed" ? opened : { kind: "problem", problem: problemOfAccess(access) };
}

/** The environment of the path, for whoever has the capability there. Whether it exists is asked of the store. */
export async function openEnvironment(
  exchange: ActorExchange,
  capability: Capability,
): Promise<Opened<EnvironmentPlace>> {
  const workspaceId = workspaceIdOf(exchange);
  const place = workspaceId === null ? null : placeOf(workspaceId, exchange);
  if (place === null) return absent();
  const access = await checkAccess(exchange, capability, place);
  if (access.kind === "allowed") return { kind: "open", place };
  return { kind: "problem", problem: problemOfAccess(access) };
}

function placeOf(workspaceId: WorkspaceId, exchange: ActorExchange) {
  try {
    const environmentId = asEnvironmentId(exchange.pathPart("environment"));
    return { workspaceId, environmentId } satisfies RunScope;
  } catch {
    return null;
  }
}

function absent(): Opened<never> {
  return { kind: "problem", problem: problemOf("not_found") };
}
