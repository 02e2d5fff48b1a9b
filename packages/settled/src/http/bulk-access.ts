import type { BulkAction } from "../bulk/bulk-order.ts";
import type { JudgeOptions } from "../bulk/judge-targets.ts";
import type { AccessAnswer } from "../ports/access-policy.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { type RunCapability, VIEW_RUNS } from "./capabilities.ts";
import { checkAccess } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { reachOf } from "./reach-of.ts";

const CAPABILITY_OF: Readonly<Record<BulkAction, RunCapability>> = {
  cancel: "runs.cancel",
  rerun: "runs.rerun",
  reconcile: "runs.reconcile",
  resolve: "runs.resolve",
};

/** Null if the actor may take the action somewhere in the workspace. Who sees its runs is told what is missing. */
export async function mayDoSomewhere(
  exchange: ActorExchange,
  action: BulkAction,
  workspaceId: WorkspaceId,
): Promise<Extract<AccessAnswer, { kind: "forbidden" }> | null> {
  const capability = CAPABILITY_OF[action];
  const reach = await reachOf(exchange, capability, workspaceId);
  switch (reach.kind) {
    case "workspace":
      return null;
    case "environments":
      return reach.environmentIds.length > 0 ? null : { kind: "forbidden", capability };
    case "hidden":
    case "forbidden":
      return { kind: "forbidden", capability };
  }
}

/** Asks for each run what its own action would ask; once for each capability and environment, however many runs. */
export function bulkAccess(exchange: ActorExchange, action: BulkAction): JudgeOptions["mayAct"] {
  const asked = new Map<string, Promise<AccessAnswer>>();
  const may = async (capability: string, run: OperationRun): Promise<boolean> => {
    const key = JSON.stringify([capability, run.environmentId]);
    const answer = asked.get(key) ?? checkAccess(exchange, capability, run);
    asked.set(key, answer);
    return (await answer).kind === "allowed";
  };
  return async (run) => {
    if (!(await may(VIEW_RUNS, run))) return "hidden";
    if (!(await may(CAPABILITY_OF[action], run))) return "forbidden";
    if (action !== "rerun") return "allowed";
    const operation = exchange.desk.settled.catalog.find(run.operationType);
    // A rerun is a start as well: nobody starts by the back door what they may not start.
    return operation === null || (await may(operation.capability, run)) ? "allowed" : "forbidden";
  };
}
