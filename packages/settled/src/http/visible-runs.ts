import type { AccessAnswer, AccessReach } from "../ports/access-policy.ts";
import type { RunFilter } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { type Problem, problemOf } from "./problem.ts";
import { reachOf } from "./reach-of.ts";

type Refused = { readonly kind: "problem"; readonly problem: Problem };

/** A workspace of which the actor may know, and where in it they may see runs. */
export interface OpenedRuns {
  readonly kind: "opened";
  readonly workspaceId: WorkspaceId;
  readonly reach: Exclude<AccessReach, { kind: "hidden" }>;
}

export type VisibleFilter = { readonly kind: "visible"; readonly filter: RunFilter } | Refused;

/** The workspace of the path; one that is hidden reads as one that does not exist. */
export async function openRuns(exchange: ActorExchange): Promise<OpenedRuns | Refused> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return refused({ kind: "hidden" });
  const reach = await reachOf(exchange, VIEW_RUNS, workspaceId);
  return reach.kind === "hidden" ? refused(reach) : { kind: "opened", workspaceId, reach };
}

/**
 * The filter narrowed to what the actor may see. Environments that it names are asked for one by one, and any one
 * that is not theirs refuses the whole; without a name it is narrowed to those that are.
 */
export async function visibleFilter(
  exchange: ActorExchange,
  { workspaceId, reach }: OpenedRuns,
  filter: RunFilter,
): Promise<VisibleFilter> {
  if (filter.environmentId !== undefined) {
    const answers = await Promise.all(
      filter.environmentId.map((environmentId) =>
        checkAccess(exchange, VIEW_RUNS, { workspaceId, environmentId }),
      ),
    );
    const denial = answers.find((answer) => answer.kind !== "allowed");
    return denial === undefined ? { kind: "visible", filter } : refused(denial);
  }
  switch (reach.kind) {
    case "workspace":
      return { kind: "visible", filter };
    case "environments":
      return { kind: "visible", filter: { ...filter, environmentId: reach.environmentIds } };
    case "forbidden":
      return refused(reach);
  }
}

/**
 * Those of the runs that the actor may see. A policy that tells its reach has narrowed them already; else each of
 * their environments is asked for, but for those that the filter named.
 */
export async function visibleOf(
  exchange: ActorExchange,
  runs: readonly OperationRun[],
  { environmentId: named = [] }: RunFilter,
): Promise<readonly OperationRun[]> {
  if (exchange.desk.policy.reach !== undefined) return runs;
  const unasked = new Map(
    runs
      .filter(({ environmentId }) => environmentId !== null && !named.includes(environmentId))
      .map((run) => [run.environmentId, run]),
  );
  const asked = await Promise.all(
    [...unasked].map(async ([environmentId, run]) => {
      const answer = await checkAccess(exchange, VIEW_RUNS, run);
      return answer.kind === "allowed" ? [] : [environmentId];
    }),
  );
  const denied = new Set(asked.flat());
  return runs.filter(({ environmentId }) => !denied.has(environmentId));
}

function refused(answer: AccessAnswer): Refused {
  const problem = answer.kind === "allowed" ? problemOf("not_found") : problemOfAccess(answer);
  return { kind: "problem", problem };
}
