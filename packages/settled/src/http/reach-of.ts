import type { AccessReach } from "../ports/access-policy.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { checkAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";

/**
 * In which environments of a workspace the actor has a capability. A policy that does not say it is asked for the
 * workspace as a whole. Closed by default: what is no clear answer reaches nothing.
 */
export async function reachOf(
  exchange: ActorExchange,
  capability: string,
  workspaceId: WorkspaceId,
): Promise<AccessReach> {
  const { actor, desk } = exchange;
  if (desk.policy.reach !== undefined) {
    return asReach(await desk.policy.reach(actor, capability, workspaceId), capability);
  }
  const answer = await checkAccess(exchange, capability, { workspaceId, environmentId: null });
  return answer.kind === "allowed" ? { kind: "workspace" } : answer;
}

/** Whether one holds the same environments as the other. */
export function isSameReach(one: AccessReach, other: AccessReach): boolean {
  return asText(one) === asText(other);
}

function asText(reach: AccessReach): string {
  return reach.kind === "environments"
    ? JSON.stringify([...reach.environmentIds].sort())
    : reach.kind;
}

function asReach(answer: AccessReach | undefined, capability: string): AccessReach {
  switch (answer?.kind) {
    case "workspace":
    case "environments":
      return answer;
    case "forbidden":
      return { kind: "forbidden", capability };
    case "hidden":
    case undefined:
      return { kind: "hidden" };
  }
}
