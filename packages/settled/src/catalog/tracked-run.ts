import type { ArtifactRef } from "../run/artifact-ref.ts";
import type { OperationRun, RunProgress, RunSummary } from "../run/operation-run.ts";
import type { SqlExecutor } from "./sql-executor.ts";

/** How a handler says that its run ended. A related artifact is required where the operation has one. */
export interface RunResult {
  readonly outcome:
    | "succeeded"
    | "partially_succeeded"
    | "blocked"
    | "attention_required"
    | "failed";
  /** A reason code that the operation's copy explains. */
  readonly reason?: string;
  readonly related?: ArtifactRef;
  readonly summary?: RunSummary;
}

/** One execution of a run, as its handler sees it. */
export interface TrackedRun<Input = unknown> {
  readonly run: OperationRun;
  readonly input: Input;
  readonly attempt: number;
  /** The W3C trace headers that the start came with, for the handler's own calls; null = it came with none. */
  readonly trace: Readonly<Record<string, string>> | null;
  /** Fires when the run is cancelled, over its time, or no longer this worker's. */
  readonly signal: AbortSignal;
  /** Shown to readers at most a few times a second; refused reports fire the signal, an outage loses them. */
  progress(progress: Partial<RunProgress> & { readonly done: number }): Promise<void>;
  /**
   * Runs `work` and finishes the run in one transaction: artifact and outcome appear together or not at all.
   * Throws `run_fenced` before `work` is called if this attempt no longer owns the run. `work` is called again
   * where the database undid it for a passing reason: what it does besides writing through `tx` is done again.
   */
  commit(work: (tx: SqlExecutor) => Promise<RunResult>): Promise<void>;
  /** Makes the caller's own transaction conditional on still owning the attempt; throws `run_fenced` if not. */
  guard(tx: SqlExecutor): Promise<void>;
}

/**
 * The work. Returning a result finishes the run; returning nothing after `commit` is enough; returning nothing
 * without it makes the adapter answer; throwing fails the job, and the truth decides about the run.
 */
export type OperationHandler<Input = unknown> = (
  run: TrackedRun<Input>,
) => Promise<RunResult | void>;
