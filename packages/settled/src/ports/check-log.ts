import type { RunId, WorkspaceId } from "../run/scope.ts";

/** How often the truth about a run was asked in vain, and since when. */
export interface CheckTally {
  readonly tries: number;
  readonly sinceMs: number;
}

/** The sweeper's own bookkeeping; no part of a run. A row stands only while a question is open. */
export interface CheckLog {
  /** Counts one more try and answers the tally, with the age of the first try in milliseconds. */
  countCheck(workspaceId: WorkspaceId, runId: RunId, because: string): Promise<CheckTally>;
  forgetChecks(workspaceId: WorkspaceId, runId: RunId): Promise<void>;
}
