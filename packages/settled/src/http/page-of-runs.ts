import type { RunCursor, RunFilter } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { WorkspaceId } from "../run/scope.ts";
import { isSettledError } from "../run/settled-error.ts";
import type { ActorExchange } from "./exchange.ts";
import type { Problem } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { RUN_QUERY } from "./run-query.ts";
import { asRunFilter } from "./run-filter.ts";
import { openRuns, visibleFilter, visibleOf } from "./visible-runs.ts";

export const COUNT_MAX = 10_000;

export interface RunCount {
  readonly value: number;
  /** There are more than that. */
  readonly capped: boolean;
  /** When the oldest was asked for; null where there is none, or it is beyond what was counted. */
  readonly oldest: Date | null;
}

export type PageOfRuns =
  | {
      readonly kind: "page";
      readonly workspaceId: WorkspaceId;
      readonly runs: readonly OperationRun[];
      readonly next: RunCursor | null;
      /** Undefined unless the query asks for it; null = it cannot be said: it would tell of what this actor may not see, or take too long. */
      readonly count: RunCount | null | undefined;
    }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The page of runs that the query asks for, of the environments that this actor may see. Where the policy does not
 * tell which those are, a page can hold fewer runs than its limit.
 */
export async function pageOfRuns(
  exchange: ActorExchange,
  options: { readonly limit: number; readonly blankIsAny: boolean },
): Promise<PageOfRuns> {
  const opened = await openRuns(exchange);
  if (opened.kind === "problem") return opened;
  const { workspaceId } = opened;
  const query = readQuery(RUN_QUERY, exchange.url.searchParams, options);
  if (query.kind === "problem") return query;
  const { cursor, limit, count, ...asked } = query.values;
  const visible = await visibleFilter(exchange, opened, asRunFilter(asked));
  if (visible.kind === "problem") return visible;
  const { filter } = visible;
  const [page, counted] = await Promise.all([
    exchange.desk.settled.reader.listRuns({
      workspaceId,
      filter,
      after: cursor ?? null,
      limit: limit ?? options.limit,
    }),
    count === undefined ? undefined : countOf(exchange, workspaceId, filter),
  ]);
  const runs = await visibleOf(exchange, page.runs, filter);
  return { kind: "page", workspaceId, runs, next: page.next, count: counted };
}

async function countOf(
  { desk }: ActorExchange,
  workspaceId: WorkspaceId,
  filter: RunFilter,
): Promise<RunCount | null> {
  if (desk.policy.reach === undefined && filter.environmentId === undefined) return null;
  const atMost = COUNT_MAX + 1;
  const found = await desk.settled.reader
    .countRuns({ workspaceId, filter, atMost })
    .catch(unlessTooWide);
  if (found === null) return null;
  const capped = found.count > COUNT_MAX;
  return {
    value: Math.min(found.count, COUNT_MAX),
    capped,
    oldest: capped ? null : found.oldest,
  };
}

/** A page of a wide search is soon found; how many more there are is not. */
function unlessTooWide(error: unknown): null {
  if (isSettledError(error, "search_too_wide")) return null;
  throw error;
}
