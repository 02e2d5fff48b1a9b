import type { OperationRun } from "../run/operation-run.ts";
import type { ArtifactTruth } from "./artifact-truth.ts";

export interface RunLinks {
  readonly self: string;
  readonly events: string;
  /** The bounded long poll; only while there is something to wait for. */
  readonly wait?: string;
  readonly artifact?: string;
}

/** The addresses that belong to a run. An artifact is linked only if it was read in the run's own scope. */
export function runLinksOf(
  run: OperationRun,
  artifact: ArtifactTruth | null,
  basePath: string,
): RunLinks {
  const self = `${basePath}/workspaces/${encodeURIComponent(run.workspaceId)}/runs/${encodeURIComponent(run.id)}`;
  const href = artifact?.kind === "present" ? artifact.href : null;
  return {
    self,
    events: `${self}/events`,
    ...(run.status === "completed" ? {} : { wait: `${self}:wait` }),
    ...(href === null ? {} : { artifact: href }),
  };
}
