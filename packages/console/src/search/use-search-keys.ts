import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApi } from "../api/use-api.ts";
import { type OfferedValue, type SearchKey, searchKeys } from "./search-key.ts";
import { useEnvironments } from "./use-environments.ts";

interface OperationsAnswer {
  readonly operations: readonly { readonly type: string; readonly label: string }[];
  readonly reasons: readonly { readonly code: string; readonly title: string }[];
}

const NONE: readonly OfferedValue[] = [];

/** The filters of a workspace's list, with the values that its server knows. Environments are asked for when needed. */
export function useSearchKeys(
  workspace: string,
  { withEnvironments }: { readonly withEnvironments: boolean },
): readonly SearchKey[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["operations", workspace],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/operations`;
      const { body } = await api.ask<OperationsAnswer>(path, { signal });
      return {
        types: body.operations.map(({ type, label }) => ({ value: type, words: label })),
        reasons: body.reasons.map(({ code, title }) => ({ value: code, words: title })),
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const environments = useEnvironments(workspace, withEnvironments);
  return useMemo(
    () =>
      searchKeys({
        types: data?.types ?? NONE,
        reasons: data?.reasons ?? NONE,
        environments: environments.map(({ id, name }) => ({ value: id, words: name })),
      }),
    [data, environments],
  );
}
