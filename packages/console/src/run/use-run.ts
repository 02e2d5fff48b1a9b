import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RunTimeline, ServedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import { useStream } from "../live/use-stream.ts";

export function runPath(workspace: string, id: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/runs/${encodeURIComponent(id)}`;
}

export interface VersionedRun {
  readonly run: ServedRun;
  /** For conditional actions: what the person saw is what is acted on. */
  readonly etag: string | null;
}

/** One run with its timeline, kept true by the stream for as long as it is looked at. */
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
  });
  const timeline = useQuery({
    queryKey: [...key, "events"],
    queryFn: async ({ signal }) =>
      (await api.ask<RunTimeline>(`${runPath(workspace, id)}/events?limit=200`, { signal })).body,
  });
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  const live = useStream(workspace, {
    onEvents: (events) => {
      if (events.some(({ run_id }) => run_id === id)) readAgain();
    },
    onReset: readAgain,
  });
  return { run, timeline, live, readAgain };
}
