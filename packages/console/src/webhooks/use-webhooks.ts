import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeliveryJson, DisclosedWebhookJson, WebhookJson } from "settled/http";
import { cursorIn } from "../api/cursor-in.ts";
import { useApi } from "../api/use-api.ts";
import { bodyOfWish, type WebhookWish } from "./webhook-words.ts";

export function webhooksPath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}/webhooks`;
}

export function webhookPath(workspace: string, id: string): string {
  return `${webhooksPath(workspace)}/${encodeURIComponent(id)}`;
}

/** The endpoints of a workspace, oldest first. */
export function useWebhooks(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["webhooks", workspace],
    queryFn: async ({ signal }) => {
      const path = webhooksPath(workspace);
      return (await api.ask<{ readonly webhooks: readonly WebhookJson[] }>(path, { signal })).body
        .webhooks;
    },
  });
}

/** One endpoint with the version that was seen. */
export function useWebhook(workspace: string, id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["webhooks", workspace, id],
    queryFn: ({ signal }) => api.ask<WebhookJson>(webhookPath(workspace, id), { signal }),
  });
}

const LOOK_EVERY_MS = 4_000;

interface DeliveryPage {
  readonly deliveries: readonly DeliveryJson[];
  readonly next: string | null;
}

/** What was sent to an endpoint, newest first; looked at again while something is on its way. */
export function useDeliveries(workspace: string, id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["webhooks", workspace, id, "deliveries"],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const behind = pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`;
      const path = `${webhookPath(workspace, id)}/deliveries${behind}`;
      return (await api.ask<DeliveryPage>(path, { signal })).body;
    },
    getNextPageParam: ({ next }) => cursorIn(next),
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.deliveries.some(({ status }) => status === "pending") === true
        ? LOOK_EVERY_MS
        : false,
  });
}

export interface WebhookCall {
  /** Below the endpoint's path: `:rotate`, `/deliveries/…:redeliver`; empty = the endpoint itself. */
  readonly path: string;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly etag?: string | null;
}

/** Acts on one endpoint. The answer is kept nowhere: it may hold a secret. */
export function useWebhookCall<Answer>(workspace: string, id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async ({ path, method, body, etag }: WebhookCall) => {
      const call = {
        method,
        ...(body === undefined ? {} : { body }),
        ...(etag === undefined || etag === null ? {} : { ifMatch: etag }),
      };
      return (await api.ask<Answer>(`${webhookPath(workspace, id)}${path}`, call)).body;
    },
    onSettled: (_answer, _error, { method }) =>
      method === "DELETE"
        ? client.invalidateQueries({ queryKey: ["webhooks", workspace], exact: true })
        : client.invalidateQueries({ queryKey: ["webhooks", workspace] }),
  });
}

/** Makes an endpoint; the answer alone has its secret, and is kept nowhere. */
export function useCreateWebhook(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async (wish: WebhookWish) => {
      const call = { method: "POST", body: bodyOfWish(wish) } as const;
      return (await api.ask<DisclosedWebhookJson>(webhooksPath(workspace), call)).body;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["webhooks", workspace] }),
  });
}
