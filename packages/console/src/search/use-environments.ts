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
      const path = `${environmentsPath(workspace)}?limit=${ENVIRONMENTS_ASKED_MAX}`;
      const found = await ifShown(api.ask<EnvironmentsAnswer>(path, { signal }));
      return found?.body.environments.map(({ id, name }) => ({ id, name })) ?? NONE;
    },
    enabled: isNeeded && workspace !== "",
    staleTime: 60_000,
    retry: false,
  });
  return data ?? NONE;
}

/** What an environment is called, or its id for as long as that is not known; null = no environment. */
export function useEnvironmentName(workspace: string, id: string | null): string | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["environment-name", workspace, id],
    queryFn: async ({ signal }) => {
      const path = `${environmentsPath(workspace)}/${encodeURIComponent(id ?? "")}`;
      const found = await ifShown(api.ask<NamedEnvironment>(path, { signal }));
      return found?.body.name ?? null;
    },
    enabled: id !== null,
    staleTime: 60_000,
    retry: false,
  });
  return data ?? id;
}

function environmentsPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/environments`;
}

/** Null where the host has no such thing, or does not show it to the person. */
async function ifShown<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if ([403, 404].includes(problemIn(error).status)) return null;
    throw error;
  }
}
