import type { AccessPolicy } from "settled";
import type { Database } from "settled/postgres";
import { findEnvironment } from "../store/environment.ts";
import { findWorkspace } from "../store/workspace.ts";

/** The owner may do everything in workspaces and environments that exist; anything else is hidden. */
export function createOwnerPolicy(database: Pick<Database, "inWorkspace">): AccessPolicy {
  return {
    async check(_actor, _capability, scope) {
      const on = database.inWorkspace(scope.workspaceId);
      if ((await findWorkspace(on, scope.workspaceId)) === null) return { kind: "hidden" };
      if (scope.environmentId === null) return { kind: "allowed" };
      const environment = await findEnvironment(on, scope);
      return { kind: environment === null ? "hidden" : "allowed" };
    },
  };
}
