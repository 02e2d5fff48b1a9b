import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/use-api.ts";

interface MeAnswer {
  readonly workspaces: readonly {
    readonly id: string;
    readonly capabilities: readonly string[];
  }[];
}

/** What the person may do in a workspace. Only tells what to offer: the server decides anew each time. */
export interface Capabilities {
  /** True while it is not known: the server's refusal says it better than a guess. */
  has(capability: string): boolean;
  /** True until the first answer: what may be refused is better not shown for a moment than shown and taken away. */
  readonly isPending: boolean;
}

export function useCapabilities(workspace: string): Capabilities {
  const api = useApi();
  const { data, isPending } = useQuery({
    queryKey: ["me"],
    queryFn: async ({ signal }) => (await api.ask<MeAnswer>("/me", { signal })).body,
    retry: false,
    staleTime: 60_000,
  });
  const known = data?.workspaces.find(({ id }) => id === workspace)?.capabilities;
  return { has: (capability) => known === undefined || known.includes(capability), isPending };
}
