import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/use-api.ts";

/** Says in which zone the workspace tells its times; null = in none of its own. What is shown then follows at once. */
export function useSetZone(workspace: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (zone: string | null) =>
      api.ask(`/workspaces/${encodeURIComponent(workspace)}`, {
        method: "PATCH",
        body: { time_zone: zone },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["me"] }),
  });
}
