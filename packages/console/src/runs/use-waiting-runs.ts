import { useQuery } from "@tanstack/react-query";
import type { RunPage } from "../api/run-shape.ts";
import { useApi } from "../api/use-api.ts";
import { runsPath } from "./runs-query.ts";

/** How many runs of a workspace need a person, and since when the oldest was asked for; null = that cannot be told. */
export function useWaitingRuns(workspace: string) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["runs-waiting", workspace],
    queryFn: async ({ signal }) => {
      const parameters = { needs_person: "true", count: "capped", limit: "1" };
      const { body } = await api.ask<RunPage>(runsPath({ workspace, parameters }), { signal });
      return body.count ?? null;
    },
  });
  return data ?? null;
}
