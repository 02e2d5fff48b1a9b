import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "settled-console/app";
import type { z } from "zod";
import type { CREATE_TOKEN, LIST_TOKENS } from "../../../src/server/token-operations.ts";

type TokensAnswer = z.output<(typeof LIST_TOKENS)["answers"][200]["schema"]>;
export type ServiceToken = TokensAnswer["tokens"][number];
export type CreatedToken = z.output<(typeof CREATE_TOKEN)["answers"][201]["schema"]>;
export type TokenOrder = z.input<(typeof CREATE_TOKEN)["body"]>;

function tokensPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/tokens`;
}

/** The tokens by which programs ask in a workspace, newest first. */
export function useTokens(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["tokens", workspace],
    queryFn: async ({ signal }) =>
      (await api.ask<TokensAnswer>(tokensPath(workspace), { signal })).body.tokens,
  });
}

/** Makes a token. Its secret is in this answer alone, which is kept nowhere. */
export function useCreateToken(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (body: TokenOrder) =>
      (await api.ask<CreatedToken>(tokensPath(workspace), { method: "POST", body })).body,
    onSuccess: () => client.invalidateQueries({ queryKey: ["tokens", workspace] }),
  });
}

export function useRevokeToken(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.ask(`${tokensPath(workspace)}/${id}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: ["tokens", workspace] }),
  });
}
