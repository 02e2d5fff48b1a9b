import { useQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import type { BaselineLine, Page } from "./environment-shape.ts";

const BASELINES_MAX = 200;

/** The baselines of the workspace by name, each with its newest version. */
export function useBaselines(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["baselines", workspace],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/baselines?limit=${BASELINES_MAX}`;
      return (await api.ask<Page<"baselines", BaselineLine>>(path, { signal })).body.baselines;
    },
    staleTime: 30_000,
  });
}
