import type { RunOutcome, RunStatus, OperationRun } from "../run/operation-run.ts";
import type { RunEvent, RunEventKind } from "../run/run-event.ts";
import type { EnvironmentId, RunId, RunScope, WorkspaceId } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";

export const PAGE_SIZE_MAX = 200;
export const FOUND_RUNS_MAX = 1_000;

/** Every given field narrows; lists are "one of". */
export interface RunFilter {
  readonly status?: readonly RunStatus[];
  readonly outcome?: readonly RunOutcome[];
  readonly operationType?: readonly string[];
  readonly environmentId?: readonly EnvironmentId[];
  readonly initiatorId?: string;
  readonly reason?: readonly string[];
  readonly since?: Date;
  readonly until?: Date;
  /** Each of its words begins a word of the run; see `run/search-words.ts`. */
  readonly search?: string;
  /** Whether a look at the truth, or a person, has settled the run. */
  readonly reconciled?: boolean;
  /** Whether it ended so that a person must act: `attention_required` or `blocked`. */
  readonly needsPerson?: boolean;
}

/** The place behind the last run of a page, newest first. */
export interface RunCursor {
  readonly createdAt: Date;
  readonly id: RunId;
}

export interface RunPage {
  readonly runs: readonly OperationRun[];
  readonly next: RunCursor | null;
}

export interface ListRunsInput {
  readonly workspaceId: WorkspaceId;
  readonly filter: RunFilter;
  readonly after: RunCursor | null;
  /** 1 to PAGE_SIZE_MAX. */
  readonly limit: number;
}

export interface CountRunsInput {
  readonly workspaceId: WorkspaceId;
  readonly filter: RunFilter;
  /** Counting stops here: an answer of this many means that many or more. */
  readonly atMost: number;
}

export interface RunTally {
  readonly count: number;
  /** When the oldest of those that were counted was asked for; null where there are none. */
  readonly oldest: Date | null;
}

/** What one run of an action on many runs has done to one of them. */
export interface BulkMark {
  /** The run that was acted on. */
  readonly targetId: RunId;
  /** The run whose timeline tells of it: the target, or the new run of a rerun. */
  readonly runId: RunId;
}

export interface OwnedRun {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly attempt: number;
  readonly cancelRequested: boolean;
}

/** Reading runs. Everything names the workspace, but for the one look-up that correlates a job. */
export interface RunReader {
  findRun(workspaceId: WorkspaceId, id: RunId): Promise<OperationRun | null>;
  /** Rejects with `search_too_wide` if a search takes longer than 2 s. */
  listRuns(input: ListRunsInput): Promise<RunPage>;
  /** As `listRuns` would find them, newest first, up to a limit. */
  countRuns(input: CountRunsInput): Promise<RunTally>;
  /** Those of up to `FOUND_RUNS_MAX` ids that the workspace has, in no order. */
  findRuns(workspaceId: WorkspaceId, ids: readonly RunId[]): Promise<readonly OperationRun[]>;
  /** What a run of an action on many runs has recorded, on the caller's executor if one is given. */
  listBulkMarks(
    input: { readonly workspaceId: WorkspaceId; readonly bulkRunId: RunId },
    on?: SqlExecutor,
  ): Promise<readonly BulkMark[]>;
  listEvents(input: {
    readonly workspaceId: WorkspaceId;
    readonly runId: RunId;
    readonly afterSequence: string;
    readonly limit: number;
  }): Promise<readonly RunEvent[]>;
  /** The kind of the newest line of a run's timeline. */
  lastEventKind(run: OperationRun): Promise<RunEventKind | null>;
  /** The run that a job names: a job carries no workspace. Only correlation may ask. */
  findCorrelatedRun(id: RunId): Promise<OperationRun | null>;
  /** The active run of this identity, if there is one. */
  findActiveRun(
    scope: RunScope,
    operationType: string,
    identityKey: string,
  ): Promise<OperationRun | null>;
  /** What a worker still owns, so that it can stop what it does not. */
  listOwnedRuns(ownerId: string): Promise<readonly OwnedRun[]>;
  /** Whether the worker that owns the run may still live, by its lease and the database's clock. */
  ownerMayLive(run: OperationRun): Promise<boolean>;
}
