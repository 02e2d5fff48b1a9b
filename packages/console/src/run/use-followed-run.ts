import { useQuery } from "@tanstack/react-query";
import type { ServedRun } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import type { LiveState } from "../live/live-state.ts";
import { runPath } from "./use-run.ts";

const LOOK_EVERY_MS = 1_000;

export interface FollowedRun {
  /** Undefined until the first answer, and while no run is followed. */
  readonly run: ServedRun | undefined;
  readonly error: unknown;
  readonly live: LiveState;
}

/** A run that a page has started, with its progress, looked at every second until it has ended. Null = none. */
export function useFollowedRun(workspace: string, id: string | null): FollowedRun {
  const api = useApi();
  const found = useQuery({
    // Beside the run's own page, which keeps its version, too.
    queryKey: ["run", workspace, id, "followed"],
    queryFn: async ({ signal }) =>
      (await api.ask<ServedRun>(runPath(workspace, id ?? ""), { signal })).body,
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.done === true ? false : LOOK_EVERY_MS),
  });
  const live = found.failureCount > 0 || found.isError ? "reconnecting" : "live";
  return { run: found.data, error: found.error, live };
}
