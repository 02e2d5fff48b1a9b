import type { EnvironmentId, SqlExecutor, WorkspaceId } from "settled";
import { listWorkspaces } from "../store/workspace.ts";
import type { Capability } from "./capabilities.ts";
import type { Rights } from "./rights.ts";
import { CAPABILITIES_OF, type Role } from "./roles.ts";

/** A workspace as an actor has it. */
export interface ActorWorkspace {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  /** Null = single capabilities were given, as to a token. */
  readonly role: Role | null;
  readonly capabilities: readonly Capability[];
  /** Null = every environment. */
  readonly environmentIds: readonly EnvironmentId[] | null;
}

/** Those of the actor, by name; no others are read. */
export async function listActorWorkspaces(
  on: SqlExecutor,
  rights: Rights,
): Promise<readonly ActorWorkspace[]> {
  switch (rights.kind) {
    case "everything": {
      const workspaces = await listWorkspaces(on);
      const capabilities = CAPABILITIES_OF.owner;
      return workspaces.map((workspace) => {
        return { ...workspace, role: "owner", capabilities, environmentIds: null } as const;
      });
    }
    case "grants":
      return rights.grants.map(({ workspaceName: name, ...grant }) => ({ ...grant, name }));
  }
}
