import type { AccessAnswer, AccessPolicy, AccessReach, Initiator, Logger, RunScope } from "settled";
import { decideAccess, decideReach } from "./decide-access.ts";
import type { Rights } from "./rights.ts";

export interface AccessPolicyOptions {
  /** What an actor may do now; whoever is not known may do nothing. */
  rightsOf(actor: Initiator): Promise<Rights>;
  /** Whether a workspace, or an environment of it, is there. */
  exists(scope: RunScope): Promise<boolean>;
  readonly logger: Logger;
}

/** Closed by default: a fault on the way to an answer hides the thing, and is logged. */
export function createAccessPolicy(options: AccessPolicyOptions): AccessPolicy {
  const { rightsOf, logger } = options;
  const exists = rememberedFor(options.exists);

  async function check(
    actor: Initiator,
    capability: string,
    scope: RunScope,
  ): Promise<AccessAnswer> {
    const answer = decideAccess(await rightsOf(actor), capability, scope);
    if (answer.kind === "hidden" || (await exists(actor, scope))) return answer;
    return { kind: "hidden" };
  }

  async function reach(
    actor: Initiator,
    capability: string,
    workspaceId: RunScope["workspaceId"],
  ): Promise<AccessReach> {
    const answer = decideReach(await rightsOf(actor), capability, workspaceId);
    const scope = { workspaceId, environmentId: null };
    if (answer.kind === "hidden" || (await exists(actor, scope))) return answer;
    return { kind: "hidden" };
  }

  async function closedByFault<Answer>(work: () => Promise<Answer>) {
    try {
      return await work();
    } catch (error) {
      logger.error({ error }, "access could not be decided, so it was not given");
      return { kind: "hidden" } as const;
    }
  }

  return {
    check: (...asked) => closedByFault(() => check(...asked)),
    reach: (...asked) => closedByFault(() => reach(...asked)),
  };
}

/** Asked once for each actor of a request and scope: what is there does not go away while a request is answered. */
function rememberedFor(exists: AccessPolicyOptions["exists"]) {
  const seen = new WeakMap<Initiator, Map<string, Promise<boolean>>>();
  return (actor: Initiator, scope: RunScope): Promise<boolean> => {
    const known = seen.get(actor) ?? new Map<string, Promise<boolean>>();
    seen.set(actor, known);
    const key = JSON.stringify([scope.workspaceId, scope.environmentId]);
    const answer = known.get(key) ?? exists(scope);
    known.set(key, answer);
    return answer;
  };
}
