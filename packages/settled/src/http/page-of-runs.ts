import type { z } from "zod";
import type { AccessAnswer } from "../ports/access-policy.ts";
import type { RunCursor, RunFilter } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunScope, WorkspaceId } from "../run/scope.ts";
import { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
import type { ActorExchange } from "./exchange.ts";
import { VIEW_RUNS } from "./capabilities.ts";
import { type Problem, problemOf } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { RUN_QUERY } from "./run-query.ts";

export type PageOfRuns =
  | {
      readonly kind: "page";
      readonly workspaceId: WorkspaceId;
      readonly runs: readonly OperationRun[];
      readonly next: RunCursor | null;
    }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The page of runs that the query asks for, without the runs of environments that this actor may not see: a page
 * can therefore hold fewer runs than its limit.
 */
export async function pageOfRuns(
  exchange: ActorExchange,
  options: { readonly limit: number; readonly blankIsAny: boolean },
): Promise<PageOfRuns> {
  const workspaceId = workspaceIdOf(exchange);
  if (workspaceId === null) return refused(problemOf("not_found"));
  const door = await checkAccess(exchange, VIEW_RUNS, { workspaceId, environmentId: null });
  if (door.kind === "hidden") return refused(problemOfAccess(door));
  const query = readQuery(RUN_QUERY, exchange.url.searchParams, options);
  if (query.kind === "problem") return refused(query.problem);
  const { cursor, limit, ...narrowed } = query.values;
  const environments = narrowed.environment ?? [];
  const scopes = environments.map((environmentId) => ({ workspaceId, environmentId }));
  const answers =
    scopes.length === 0
      ? [door]
      : await Promise.all(scopes.map((scope) => checkAccess(exchange, VIEW_RUNS, scope)));
  const denial = answers.find((answer) => answer.kind !== "allowed");
  if (denial !== undefined) return refused(problemOfDenial(denial));
  const page = await exchange.desk.settled.reader.listRuns({
    workspaceId,
    filter: asFilter(narrowed),
    after: cursor ?? null,
    limit: limit ?? options.limit,
  });
  const runs = await visibleOf(exchange, page.runs, scopes);
  return { kind: "page", workspaceId, runs, next: page.next };
}

type Narrowed = Omit<z.output<typeof RUN_QUERY>, "cursor" | "limit">;

function asFilter({ type, environment, initiator, ...rest }: Narrowed): RunFilter {
  return {
    ...rest,
    ...(type === undefined ? {} : { operationType: type }),
    ...(environment === undefined ? {} : { environmentId: environment }),
    ...(initiator === undefined ? {} : { initiatorId: initiator }),
  };
}

async function visibleOf(
  exchange: ActorExchange,
  runs: readonly OperationRun[],
  allowed: readonly RunScope[],
): Promise<readonly OperationRun[]> {
  const known = new Set(allowed.map(({ environmentId }) => environmentId));
  const unasked = new Map(
    runs
      .filter(({ environmentId }) => environmentId !== null && !known.has(environmentId))
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

function problemOfDenial(answer: AccessAnswer): Problem {
  return answer.kind === "allowed" ? problemOf("not_found") : problemOfAccess(answer);
}

function refused(problem: Problem): PageOfRuns {
  return { kind: "problem", problem };
}
