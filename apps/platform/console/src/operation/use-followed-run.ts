import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type ServedRun, useApi, useStream } from "settled-console/app";

/** A look now and then besides, should the stream be cut off by something on the way. */
const LOOK_EVERY_MS = 10_000;

/** One run from its start to its end, as the stream tells of it. */
export function useFollowedRun(workspace: string, id: string) {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = ["followed-run", workspace, id] as const;
  const found = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/runs/${encodeURIComponent(id)}`;
      return (await api.ask<ServedRun>(path, { signal })).body;
    },
    refetchInterval: ({ state }) => (state.data?.done === true ? false : LOOK_EVERY_MS),
  });
  const readAgain = () => void client.invalidateQueries({ queryKey });
  const live = useStream(workspace, {
    onEvents: (events) => {
      if (events.some(({ run_id }) => run_id === id)) readAgain();
    },
    onReset: readAgain,
  });
  // What happened before the line was open is not told by it.
  useEffect(() => {
    if (live === "live")
      void client.invalidateQueries({ queryKey: ["followed-run", workspace, id] });
  }, [client, live, workspace, id]);
  return { run: found.data, error: found.error, live };
}
