import type { Initiator } from "../run/actor.ts";
import type { EnvironmentId, RunScope, WorkspaceId } from "../run/scope.ts";

/** What an actor may do where. Closed by default: an answer that is not `allowed` allows nothing. */
export type AccessAnswer =
  | { readonly kind: "allowed" }
  /** Not a member: told as if the thing did not exist. */
  | { readonly kind: "hidden" }
  | { readonly kind: "forbidden"; readonly capability: string };

/** Where in a workspace an actor has a capability. `workspace` = in all of it, runs of the whole workspace too. */
export type AccessReach =
  | { readonly kind: "workspace" }
  | { readonly kind: "environments"; readonly environmentIds: readonly EnvironmentId[] }
  | Exclude<AccessAnswer, { readonly kind: "allowed" }>;

export interface AccessPolicy {
  check(actor: Initiator, capability: string, scope: RunScope): Promise<AccessAnswer>;
  /** For lists and streams, so that they hold what the actor may see and nothing else. */
  reach?(actor: Initiator, capability: string, workspaceId: WorkspaceId): Promise<AccessReach>;
}
