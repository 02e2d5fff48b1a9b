import { useQuery } from "@tanstack/react-query";
import { problemIn } from "../api/api-problem.ts";
import { useApi } from "../api/use-api.ts";

export interface NamedEnvironment {
  readonly id: string;
  readonly name: string;
}

interface EnvironmentsAnswer {
  readonly environments: readonly NamedEnvironment[];
}

/** As many are asked for, and no more: whoever offers them takes others that are typed, too, where there are so many. */
export const ENVIRONMENTS_ASKED_MAX = 200;

const NONE: readonly NamedEnvironment[] = [];

/** The environments of a workspace, once they are needed. A host without environments, or a person without the right to see them, has none. */
export function useEnvironments(workspace: string, isNeeded: boolean): readonly NamedEnvironment[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["environment-names", workspace],
    queryFn: async ({ signal }) => {
      try {
        const path = `/workspaces/${encodeURIComponent(workspace)}/environments?limit=${ENVIRONMENTS_ASKED_MAX}`;
        const { body } = await api.ask<EnvironmentsAnswer>(path, { signal });
        return body.environments.map(({ id, name }) => ({ id, name }));
      } catch (error) {
        if ([403, 404].includes(problemIn(error).status)) return NONE;
        throw error;
      }
    },
    enabled: isNeeded && workspace !== "",
    staleTime: 60_000,
    retry: false,
  });
  return data ?? NONE;
}

/** What an environment is called, or its id for as long as that is not known; null = no environment. */
export function useEnvironmentName(workspace: string, id: string | null): string | null {
  const environments = useEnvironments(workspace, id !== null);
  return environments.find((environment) => environment.id === id)?.name ?? id;
}
