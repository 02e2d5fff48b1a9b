import type { AccessPolicy, SqlExecutor } from "settled";
import { findEnvironment } from "../store/environment.ts";
import { findWorkspace } from "../store/workspace.ts";

/** The owner may do everything in workspaces and environments that exist; anything else is hidden. */
export function createOwnerPolicy(database: SqlExecutor): AccessPolicy {
  return {
    async check(_actor, _capability, scope) {
      if ((await findWorkspace(database, scope.workspaceId)) === null) return { kind: "hidden" };
      if (scope.environmentId === null) return { kind: "allowed" };
      const environment = await findEnvironment(database, scope);
      return { kind: environment === null ? "hidden" : "allowed" };
    },
  };
}
