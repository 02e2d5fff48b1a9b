import type { OperationRun } from "../run/operation-run.ts";
import type { RunEvent } from "../run/run-event.ts";

/** A column has the type of the field that it becomes: node-postgres has parsed it. */
interface RunRow {
  readonly id: OperationRun["id"];
  readonly workspace_id: OperationRun["workspaceId"];
  readonly environment_id: OperationRun["environmentId"];
  readonly operation_type: OperationRun["operationType"];
  readonly status: OperationRun["status"];
  readonly outcome: OperationRun["outcome"];
  readonly identity_key: OperationRun["identityKey"];
  readonly attempt: OperationRun["attempt"];
  readonly version: OperationRun["version"];
  readonly owner_id: OperationRun["ownerId"];
  readonly initiator: OperationRun["initiator"];
  readonly input: OperationRun["input"];
  readonly context: OperationRun["context"];
  readonly summary: OperationRun["summary"];
  readonly progress: OperationRun["progress"];
  readonly failure: OperationRun["failure"];
  readonly created_at: OperationRun["createdAt"];
  readonly queued_at: OperationRun["queuedAt"];
  readonly started_at: OperationRun["startedAt"];
  readonly completed_at: OperationRun["completedAt"];
  readonly due_at: OperationRun["dueAt"];
  readonly cancel_requested_at: OperationRun["cancelRequestedAt"];
  readonly rerun_of: OperationRun["rerunOf"];
}

interface EventRow {
  readonly sequence: string;
  readonly workspace_id: RunEvent["workspaceId"];
  readonly run_id: RunEvent["runId"];
  readonly version: number;
  readonly kind: RunEvent["kind"];
  readonly actor: RunEvent["actor"];
  readonly from: RunEvent["from"];
  readonly to: RunEvent["to"];
  readonly detail: RunEvent["detail"];
  readonly at: Date;
}

export function asRun(row: unknown): OperationRun {
  const read = row as RunRow;
  return {
    id: read.id,
    workspaceId: read.workspace_id,
    environmentId: read.environment_id,
    operationType: read.operation_type,
    status: read.status,
    outcome: read.outcome,
    identityKey: read.identity_key,
    attempt: read.attempt,
    version: read.version,
    ownerId: read.owner_id,
    initiator: read.initiator,
    input: read.input,
    context: read.context,
    summary: read.summary,
    progress: read.progress,
    failure: read.failure,
    createdAt: read.created_at,
    queuedAt: read.queued_at,
    startedAt: read.started_at,
    completedAt: read.completed_at,
    dueAt: read.due_at,
    cancelRequestedAt: read.cancel_requested_at,
    rerunOf: read.rerun_of,
  };
}

export function asEvent(row: unknown): RunEvent {
  const { workspace_id: workspaceId, run_id: runId, ...event } = row as EventRow;
  return { ...event, workspaceId, runId };
}
