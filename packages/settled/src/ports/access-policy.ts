import type { Initiator } from "../run/actor.ts";
import type { RunScope } from "../run/scope.ts";

/** What an actor may do where. Closed by default: an answer that is not `allowed` allows nothing. */
export type AccessAnswer =
  | { readonly kind: "allowed" }
  /** Not a member: told as if the thing did not exist. */
  | { readonly kind: "hidden" }
  | { readonly kind: "forbidden"; readonly capability: string };

export interface AccessPolicy {
  check(actor: Initiator, capability: string, scope: RunScope): Promise<AccessAnswer>;
}
