import type { RunOutcome, RunStatus, OperationRun } from "../run/operation-run.ts";
import type { RunEvent, RunEventKind } from "../run/run-event.ts";
import type { EnvironmentId, RunId, RunScope, WorkspaceId } from "../run/scope.ts";

export const PAGE_SIZE_MAX = 200;

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

export interface OwnedRun {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  readonly attempt: number;
  readonly cancelRequested: boolean;
}

/** Reading runs. Everything names the workspace, but for the one look-up that correlates a job. */
export interface RunReader {
  findRun(workspaceId: WorkspaceId, id: RunId): Promise<OperationRun | null>;
  listRuns(input: ListRunsInput): Promise<RunPage>;
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
