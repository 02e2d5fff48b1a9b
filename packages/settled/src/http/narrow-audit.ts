import type { AccessReach } from "../ports/access-policy.ts";
import type { AuditFilter } from "../ports/audit-reader.ts";
import type { EnvironmentId, WorkspaceId } from "../run/scope.ts";
import type { AuditNarrowing } from "./audit-query.ts";
import { VIEW_AUDIT } from "./capabilities.ts";
import { checkAccess, problemOfAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import type { Problem } from "./problem.ts";
import { reachOf } from "./reach-of.ts";

export type NarrowedAudit =
  | { readonly kind: "narrowed"; readonly filter: AuditFilter }
  | { readonly kind: "problem"; readonly problem: Problem };

export type AuditDoor =
  | {
      readonly kind: "open";
      readonly reach: Extract<AccessReach, { kind: "workspace" | "environments" }>;
    }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Where the actor may read what was done; asked before the query is looked at. */
export async function openAudit(
  exchange: ActorExchange,
  workspaceId: WorkspaceId,
): Promise<AuditDoor> {
  const reach = await reachOf(exchange, VIEW_AUDIT, workspaceId);
  switch (reach.kind) {
    case "hidden":
    case "forbidden":
      return { kind: "problem", problem: problemOfAccess(reach) };
    case "workspace":
    case "environments":
      return { kind: "open", reach };
  }
}

/** What was asked for, and no more than the reach holds. An environment that is not seen is refused like an absent one. */
export async function narrowAudit(
  exchange: ActorExchange,
  workspaceId: WorkspaceId,
  asked: {
    readonly query: AuditNarrowing;
    readonly reach: Extract<AuditDoor, { kind: "open" }>["reach"];
  },
): Promise<NarrowedAudit> {
  const { environment, ...rest } = asked.query;
  for (const environmentId of new Set(environment ?? [])) {
    const access = await checkAccess(exchange, VIEW_AUDIT, { workspaceId, environmentId });
    if (access.kind !== "allowed") return { kind: "problem", problem: problemOfAccess(access) };
  }
  return { kind: "narrowed", filter: asFilter(rest, environment ?? seenBy(asked.reach)) };
}

function seenBy(
  reach: Extract<AuditDoor, { kind: "open" }>["reach"],
): readonly EnvironmentId[] | undefined {
  return reach.kind === "workspace" ? undefined : reach.environmentIds;
}

function asFilter(
  { actor, action, target, since, until }: Omit<AuditNarrowing, "environment">,
  environmentId: readonly EnvironmentId[] | undefined,
): AuditFilter {
  return {
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(action === undefined ? {} : { action }),
    ...(target === undefined ? {} : { targetId: target }),
    ...(environmentId === undefined ? {} : { environmentId }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
