import type { AccessAnswer, AccessReach, RunScope, WorkspaceId } from "settled";
import { CAPABILITIES } from "./capabilities.ts";
import { grantIn, type Rights } from "./rights.ts";

/**
 * Whether these rights allow it in that scope, if the scope exists. A member of some environments is told of no other
 * one; what belongs to the workspace as a whole is forbidden to them rather than hidden, since they know of it.
 */
export function decideAccess(rights: Rights, capability: string, scope: RunScope): AccessAnswer {
  const reach = decideReach(rights, capability, scope.workspaceId);
  if (reach.kind === "hidden") return reach;
  const { environmentId } = scope;
  const environmentIds = grantIn(rights, scope.workspaceId)?.environmentIds ?? null;
  if (environmentIds !== null && environmentId !== null) {
    if (!environmentIds.includes(environmentId)) return { kind: "hidden" };
  }
  if (reach.kind === "forbidden") return reach;
  return environmentIds !== null && environmentId === null
    ? { kind: "forbidden", capability }
    : { kind: "allowed" };
}

/** Where in a workspace these rights give a capability, if the workspace exists. */
export function decideReach(
  rights: Rights,
  capability: string,
  workspaceId: WorkspaceId,
): AccessReach {
  const isKnown = CAPABILITIES.some((known) => known === capability);
  switch (rights.kind) {
    case "everything":
      return isKnown ? { kind: "workspace" } : { kind: "forbidden", capability };
    case "grants": {
      const grant = grantIn(rights, workspaceId);
      if (grant === null) return { kind: "hidden" };
      const { environmentIds } = grant;
      if (!grant.capabilities.some((given) => given === capability)) {
        return { kind: "forbidden", capability };
      }
      return environmentIds === null
        ? { kind: "workspace" }
        : { kind: "environments", environmentIds };
    }
  }
}
