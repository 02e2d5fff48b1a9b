import type { AccessAnswer, AccessReach } from "../ports/access-policy.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { isRunId, type WorkspaceId } from "../run/scope.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { VIEW_RUN_DETAIL, VIEW_RUNS } from "./capabilities.ts";
import { type Problem, problemOf } from "./problem.ts";
import { reachOf } from "./reach-of.ts";

export type VisibleRun =
  | {
      readonly kind: "found";
      readonly workspaceId: WorkspaceId;
      readonly run: OperationRun;
      readonly maySeeDetail: boolean;
    }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The run of the path, if this actor may see it. The workspace is asked first, the run's own environment after it
 * was read; a run that is hidden gets the very answer that a run that does not exist gets.
 */
export async function findVisibleRun(exchange: ActorExchange): Promise<VisibleRun> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return refused(problemOf("not_found"));
  const door = await reachOf(exchange, VIEW_RUNS, workspaceId);
  if (door.kind === "hidden") return refused(problemOfAccess(door));
  const absent = door.kind === "forbidden" ? problemOfAccess(door) : problemOf("not_found");
  const id = exchange.pathPart("run");
  const run = isRunId(id) ? await exchange.desk.settled.reader.findRun(workspaceId, id) : null;
  if (run === null || run.workspaceId !== workspaceId) return refused(absent);
  const access =
    run.environmentId === null ? accessToWhole(door) : await checkAccess(exchange, VIEW_RUNS, run);
  if (access.kind === "hidden") return refused(absent);
  if (access.kind === "forbidden") return refused(problemOfAccess(access));
  const detail = await checkAccess(exchange, VIEW_RUN_DETAIL, run);
  return { kind: "found", workspaceId, run, maySeeDetail: detail.kind === "allowed" };
}

/** What belongs to the workspace as a whole is hidden from whoever has some environments of it. */
function accessToWhole(door: AccessReach): AccessAnswer {
  switch (door.kind) {
    case "workspace":
      return { kind: "allowed" };
    case "environments":
      return { kind: "hidden" };
    case "hidden":
    case "forbidden":
      return door;
  }
}

function refused(problem: Problem): VisibleRun {
  return { kind: "problem", problem };
}
