import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../api/create-api.ts";
import { useApi } from "../api/use-api.ts";

export interface MyWorkspace {
  readonly id: string;
  readonly name: string;
  /** The IANA name of the zone that it tells its times in; null = none was chosen, left out = its host keeps none. */
  readonly time_zone?: string | null;
  readonly role: string | null;
  readonly capabilities: readonly string[];
  /** Null = every environment, and what belongs to the workspace as a whole. */
  readonly environment_ids: readonly string[] | null;
}

/** Who is signed in, and what is theirs where. */
export interface Me {
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string };
  readonly email: string | null;
  readonly session: { readonly id: string } | null;
  readonly workspaces: readonly MyWorkspace[];
}

const LOOK_EVERY_MS = 60_000;

export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ["me"],
    queryFn: async ({ signal }) => (await api.ask<Me>("/me", { signal })).body,
    retry: false,
    staleTime: LOOK_EVERY_MS,
  });
}

/** Asked again every minute and when the person comes back, so that a session that ended is known before a click. */
export function useMe() {
  return useQuery({
    ...meQuery(useApi()),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
  });
}
