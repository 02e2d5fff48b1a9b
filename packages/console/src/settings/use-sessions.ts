import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/use-api.ts";

export interface Session {
  readonly id: string;
  readonly is_this_one: boolean;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly ends_at: string;
}

const KEY = ["me", "sessions"];

/** Where the person is signed in, newest first. */
export function useSessions() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await api.ask<{ readonly sessions: readonly Session[] }>("/me/sessions", { signal })).body
        .sessions,
  });
}

/** Ends sessions one after another. One that has ended by itself in the meantime is as good as ended. */
export function useEndSessions() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (sessions: readonly Session[]) => {
      for (const { id } of sessions) {
        await api.ask(`/me/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
