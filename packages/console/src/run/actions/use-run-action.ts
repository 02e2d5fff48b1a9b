import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ServedRun } from "../../api/run-shape.ts";
import { useApi } from "../../api/use-api.ts";
import { runPath, type VersionedRun } from "../use-run.ts";

export interface RunActionCall {
  /** `cancel`, `rerun`, `reconcile?dry_run=true` … */
  readonly verb: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Takes an action on the run as the person saw it: if it has changed since, nothing is done and the server says so. A
 * second click on the same button does nothing twice.
 */
export function useRunAction<Answer extends ServedRun>({ run, etag }: VersionedRun) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ verb, body }: RunActionCall) => {
      const call = { method: "POST", body, ...(etag === null ? {} : { ifMatch: etag }) } as const;
      return (await api.ask<Answer>(`${runPath(run.workspace_id, run.id)}:${verb}`, call)).body;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["run", run.workspace_id, run.id] }),
  });
}
