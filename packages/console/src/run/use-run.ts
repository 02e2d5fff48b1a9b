import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RunEvent, RunTimeline, ServedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import { useStream } from "../live/use-stream.ts";

/** Progress and beats are no events: while a run is under way they are looked at. */
const LOOK_EVERY_MS = 2_000;
const EVENTS_OF_PAGE = 200;

export function runPath(workspace: string, id: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/runs/${encodeURIComponent(id)}`;
}

export interface VersionedRun {
  readonly run: ServedRun;
  /** For conditional actions: what the person saw is what is acted on. */
  readonly etag: string | null;
}

/** One run, kept true by the stream for as long as it is looked at. */
export function useRun(workspace: string, id: string) {
  const api = useApi();
  const client = useQueryClient();
  const key = ["run", workspace, id] as const;
  const run = useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<VersionedRun> => {
      const { body, etag } = await api.ask<ServedRun>(runPath(workspace, id), { signal });
      return { run: body, etag };
    },
    refetchInterval: ({ state }) => (state.data?.run.status === "running" ? LOOK_EVERY_MS : false),
  });
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  const live = useStream(workspace, {
    onEvents: (events) => {
      if (events.some(({ run_id }) => run_id === id)) readAgain();
    },
    onReset: readAgain,
  });
  return { run, live, readAgain };
}

export interface SeenTimeline {
  /** Oldest first, as far as they were asked for. */
  readonly events: readonly RunEvent[];
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readMore(): void;
}

/** What happened to a run, a page at a time; null until the first page is there. */
export function useTimeline(workspace: string, id: string): SeenTimeline | null {
  const api = useApi();
  const found = useInfiniteQuery({
    queryKey: ["run", workspace, id, "events"],
    initialPageParam: "0",
    queryFn: async ({ pageParam, signal }) => {
      const query = `limit=${EVENTS_OF_PAGE}&after=${encodeURIComponent(pageParam)}`;
      const path = `${runPath(workspace, id)}/events?${query}`;
      return (await api.ask<RunTimeline>(path, { signal })).body;
    },
    getNextPageParam: ({ next, events }) => (next === null ? null : events.at(-1)?.sequence),
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const events = useMemo(() => data?.pages.flatMap((page) => [...page.events]), [data]);
  if (events === undefined) return null;
  return {
    events,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  };
}
