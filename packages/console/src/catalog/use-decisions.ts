import { useQuery } from "@tanstack/react-query";
import type { RunPage } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";

const DECISIONS_SHOWN = 5;
/** Why an adapter could not say how a run ended. */
const ADAPTER_FAILED = "adapter_failed,adapter_timed_out,undecided_too_long";

/** The last runs of an operation that were settled by a look, or of which no look could tell. */
export function useDecisions(workspace: string, type: string, of: "decided" | "failed") {
  const api = useApi();
  return useQuery({
    queryKey: ["decisions", workspace, type, of],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({
        type,
        limit: String(DECISIONS_SHOWN),
        ...(of === "decided" ? { reconciled: "true" } : { reason: ADAPTER_FAILED }),
      });
      const path = `/workspaces/${encodeURIComponent(workspace)}/runs?${query}`;
      return (await api.ask<RunPage>(path, { signal })).body.runs;
    },
  });
}
