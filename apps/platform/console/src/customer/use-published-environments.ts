import { useList } from "../places/use-list.ts";
import type { PublishedEnvironment } from "./published-shape.ts";

/** The environments of a customer by name. */
export function usePublishedEnvironments(workspace: string) {
  return useList<PublishedEnvironment>({
    key: ["published", workspace, "environments"],
    path: `/workspaces/${encodeURIComponent(workspace)}/published`,
    name: "environments",
  });
}
