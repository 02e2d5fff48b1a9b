import { type InfiniteData, infiniteQueryOptions } from "@tanstack/react-query";
import type { Api } from "../api/create-api.ts";
import type { RunPage } from "../api/run-shape.ts";
import { cursorIn } from "../api/cursor-in.ts";

const PAGE_SIZE = 50;

export type RunPages = InfiniteData<RunPage, string | null>;

export interface RunsQuestion {
  readonly workspace: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export function runsKey({ workspace, parameters }: RunsQuestion) {
  return ["runs", workspace, parameters] as const;
}

export function runsPath({ workspace, parameters }: RunsQuestion, verb = ""): string {
  const path = `/workspaces/${encodeURIComponent(workspace)}/runs${verb}`;
  const query = new URLSearchParams(parameters);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** One page of a list: the first, or the one behind a cursor. */
export async function askPage(
  api: Api,
  { workspace, parameters }: RunsQuestion,
  {
    cursor = null,
    signal,
  }: { readonly cursor?: string | null; readonly signal?: AbortSignal } = {},
): Promise<RunPage> {
  const place = cursor === null ? {} : { cursor };
  const asked = { ...parameters, limit: String(PAGE_SIZE), ...place };
  const call = signal === undefined ? {} : { signal };
  return (await api.ask<RunPage>(runsPath({ workspace, parameters: asked }), call)).body;
}

/** The pages of a list that have been asked for so far; each is found again by where the one before it ended. */
export function runsQuery(api: Api, question: RunsQuestion) {
  return infiniteQueryOptions({
    queryKey: runsKey(question),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => askPage(api, question, { cursor: pageParam, signal }),
    getNextPageParam: ({ next }) => cursorIn(next),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
