import type { OperationRun } from "../run/operation-run.ts";

/** How runs stand, over all workspaces, for whoever watches the whole. */
export interface RunGauges {
  readStanding(): Promise<{
    /** Age of the oldest run that waits for a person; 0 where there is none. */
    readonly oldestNeedingPersonMs: number;
    /** How long the run has been due that has been due the longest; 0 where there is none. */
    readonly sweepLagMs: number;
  }>;
  /** From the last sign of life of the worker that had it to the end of the run; null where it is not known. */
  detectionMs(lost: Pick<OperationRun, "workspaceId" | "id" | "ownerId">): Promise<number | null>;
}
