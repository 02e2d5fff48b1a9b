import type { EnvironmentId, WorkspaceId } from "settled";
import { CAPABILITIES, type Capability } from "./capabilities.ts";
import { CAPABILITIES_OF, type Role, ROLES } from "./roles.ts";

/** What an actor may do in one workspace. */
export interface Grant {
  readonly workspaceId: WorkspaceId;
  readonly workspaceName: string;
  /** Null = single capabilities were given, as to a token. */
  readonly role: Role | null;
  readonly capabilities: readonly Capability[];
  /** Null = every environment, and what belongs to the workspace as a whole. */
  readonly environmentIds: readonly EnvironmentId[] | null;
}

/** All that an actor may do. `everything` = every capability in every workspace that exists. */
export type Rights =
  | { readonly kind: "everything" }
  | { readonly kind: "grants"; readonly grants: readonly Grant[] };

export const NO_RIGHTS: Rights = { kind: "grants", grants: [] };
export const EVERYTHING: Rights = { kind: "everything" };

/** A grant as it is stored; nothing of it is believed before it was looked up in the closed tables. */
export interface StoredGrant {
  readonly workspace_id: string;
  readonly workspace_name: string;
  readonly role: string | null;
  readonly scopes?: readonly string[] | null;
  readonly environment_ids: readonly string[] | null;
}

/** A role or capability that this release does not know gives nothing. */
export function asGrant(stored: StoredGrant): Grant {
  const role = ROLES.find((known) => known === stored.role) ?? null;
  const scopes = stored.role === null ? (stored.scopes ?? []) : [];
  return {
    workspaceId: stored.workspace_id as WorkspaceId,
    workspaceName: stored.workspace_name,
    role,
    capabilities:
      role === null
        ? CAPABILITIES.filter((known) => scopes.includes(known))
        : CAPABILITIES_OF[role],
    environmentIds: stored.environment_ids as readonly EnvironmentId[] | null,
  };
}

export function grantIn(rights: Rights, workspaceId: WorkspaceId): Grant | null {
  if (rights.kind === "everything") return null;
  return rights.grants.find((grant) => grant.workspaceId === workspaceId) ?? null;
}
