import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { RunPage } from "../api/run-shape.ts";
import { cursorIn } from "../api/cursor-in.ts";
import { useApi } from "../api/use-api.ts";

const PAGE_SIZE = 50;

export type RunPages = InfiniteData<RunPage, string | null>;

export interface RunsQuestion {
  readonly workspace: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export function runsKey({ workspace, parameters }: RunsQuestion) {
  return ["runs", workspace, parameters] as const;
}

/** The pages of a list that have been asked for so far; each is found again by where the one before it ended. */
export function useRuns(question: RunsQuestion) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: runsKey(question),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...question.parameters, limit: String(PAGE_SIZE) });
      if (pageParam !== null) query.set("cursor", pageParam);
      const path = `/workspaces/${encodeURIComponent(question.workspace)}/runs?${query}`;
      return (await api.ask<RunPage>(path, { signal })).body;
    },
    getNextPageParam: ({ next }) => cursorIn(next),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
