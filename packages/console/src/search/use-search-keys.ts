import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApi } from "../api/use-api.ts";
import { type SearchKey, searchKeys } from "./search-key.ts";

interface OperationsAnswer {
  readonly operations: readonly { readonly type: string }[];
}

const NONE: readonly string[] = [];

/** The filters of a workspace's list, with the operation types that its server knows. */
export function useSearchKeys(workspace: string): readonly SearchKey[] {
  const api = useApi();
  const { data: types = NONE } = useQuery({
    queryKey: ["operations", workspace],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations`;
      const { body } = await api.ask<OperationsAnswer>(path, { signal });
      return body.operations.map(({ type }) => type);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => searchKeys({ types, environments: NONE }), [types]);
}
