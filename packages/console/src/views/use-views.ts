import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SavedViewJson } from "settled/http";
import { problemIn } from "../api/api-problem.ts";
import { useApi } from "../api/use-api.ts";

export type SavedView = SavedViewJson;

/** The right to say what everybody has. */
export const SHARE_VIEWS = "views.share";

export interface ViewWish {
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

function pathOf(workspace: string, id?: string): string {
  const path = `/workspaces/${encodeURIComponent(workspace)}/views`;
  return id === undefined ? path : `${path}/${encodeURIComponent(id)}`;
}

/** The saved views that this person has, by name; null where the host keeps none. */
export function useViews(workspace: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["views", workspace],
    queryFn: async ({ signal }): Promise<readonly SavedView[] | null> => {
      try {
        const answer = await api.ask<{ readonly views: readonly SavedView[] }>(pathOf(workspace), {
          signal,
        });
        return answer.body.views;
      } catch (error) {
        if (problemIn(error).status === 404) return null;
        throw error;
      }
    },
    enabled: workspace !== "",
    staleTime: 30_000,
  });
}

export type ViewChange =
  | { readonly kind: "save"; readonly wish: ViewWish }
  | { readonly kind: "change"; readonly id: string; readonly wish: Partial<ViewWish> }
  | { readonly kind: "remove"; readonly id: string };

export function useChangeViews(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ViewChange): Promise<void> => {
      switch (change.kind) {
        case "save":
          await api.ask(pathOf(workspace), { method: "POST", body: change.wish });
          return;
        case "change":
          await api.ask(pathOf(workspace, change.id), { method: "PATCH", body: change.wish });
          return;
        case "remove":
          await api.ask(pathOf(workspace, change.id), { method: "DELETE" });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["views", workspace] }),
  });
}
