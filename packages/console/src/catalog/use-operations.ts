import { useQuery } from "@tanstack/react-query";
import type { OfferedOperation } from "settled/http";
import { useApi } from "../api/use-api.ts";

interface OperationsAnswer {
  readonly operations: readonly OfferedOperation[];
}

/** What can be started in a workspace, as its server has registered it. */
export function useOperations(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["catalog", workspace],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations`;
      return (await api.ask<OperationsAnswer>(path, { signal })).body.operations;
    },
    // A server's catalog lives as long as its process.
    staleTime: 60_000,
  });
}
