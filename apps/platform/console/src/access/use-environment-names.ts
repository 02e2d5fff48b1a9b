import { useQuery } from "@tanstack/react-query";
import { useApi } from "settled-console/app";

interface EnvironmentsAnswer {
  readonly environments: readonly { readonly id: string; readonly name: string }[];
}

const ALL_MAX = 200;

/** The environments of a workspace by name, for choosing among them. */
export function useEnvironmentNames(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["environments", workspace, "names"],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/environments?limit=${ALL_MAX}`;
      return (await api.ask<EnvironmentsAnswer>(path, { signal })).body.environments;
    },
  });
}
