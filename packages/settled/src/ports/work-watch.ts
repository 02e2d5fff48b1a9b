import type { OperationRun } from "../run/operation-run.ts";
import type { WorkerEnd } from "../run/worker-end.ts";
import type { WorkspaceId } from "../run/scope.ts";

export const WORKERS_TOLD_MAX = 100;

/** How long runs of one kind in one environment took, from the quick to the slow; the extremes are left out. */
export interface UsualTime {
  readonly lowMs: number;
  readonly highMs: number;
}

/** One worker process, as its lease tells it. */
export interface SeenWorker {
  readonly id: string;
  readonly name: string;
  /** `silent` = its lease ran out or its connection is gone, and no sweep has ended it yet. */
  readonly standing: "alive" | "silent" | "ended";
  readonly startedAt: Date;
  readonly beatAt: Date;
  readonly sweptAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBecause: WorkerEnd | null;
  /** Runs of the workspace that is asked for. */
  readonly runs: number;
}

/** Who works, and how long work takes. Nothing is judged by it: it tells people what to expect. */
export interface WorkWatch {
  /** The last beat of the worker that has the run; null while none has it. */
  signOfLife(run: OperationRun): Promise<Date | null>;
  /** From the last successes of the same operation in the same environment; null if there are too few to tell. */
  usualTime(run: OperationRun): Promise<UsualTime | null>;
  /** Those that live, and those that ended lately: the newest first, up to `WORKERS_TOLD_MAX`. */
  listWorkers(workspaceId: WorkspaceId): Promise<readonly SeenWorker[]>;
}
