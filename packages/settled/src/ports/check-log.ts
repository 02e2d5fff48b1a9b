import type { RunId, WorkspaceId } from "../run/scope.ts";

/** How often a question about a run was asked in vain, and since when. */
export interface CheckTally {
  readonly tries: number;
  readonly sinceMs: number;
}

/** The sweeper's own bookkeeping; no part of a run. A row stands only while a question is open. */
export interface CheckLog {
  /**
   * Counts one more try of a question and answers its tally, with the age of the first try in milliseconds. Each
   * `because` is a question of its own.
   */
  countCheck(workspaceId: WorkspaceId, runId: RunId, because: string): Promise<CheckTally>;
  /** All questions about the run, unless one is named. */
  forgetChecks(workspaceId: WorkspaceId, runId: RunId, because?: string): Promise<void>;
}
