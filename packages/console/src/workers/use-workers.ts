import { useQuery } from "@tanstack/react-query";
import type { ServedWorkers } from "settled/http";
import { useApi } from "../api/use-api.ts";

const LOOK_EVERY_MS = 5_000;

export type Worker = NonNullable<ServedWorkers["workers"]>[number];

/** Who executes runs. Beats are no events: they are looked at for as long as the page is seen. */
export function useWorkers(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["workers", workspace],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/workers`;
      return (await api.ask<ServedWorkers>(path, { signal })).body;
    },
    refetchInterval: LOOK_EVERY_MS,
  });
}
