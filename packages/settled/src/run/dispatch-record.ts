/** The version of the job payload that this release writes and accepts. */
export const CORRELATION_VERSION = 1;

/** `context.dispatch`: written once per hand-over, exactly these keys. */
export interface DispatchRecord {
  /** The engine's name for the handler: task identifier, queue or job name. */
  readonly job_class: string;
  readonly queue: string;
  readonly connection: string;
  /** ISO 8601, from the database's clock. */
  readonly dispatched_at: string;
  readonly correlation_version: number;
  readonly operation_run_id: string;
}

/** The only words that a job carries; the input stays on the run. */
export interface JobPayload {
  readonly operation_run_id: string;
  readonly correlation_version: number;
}

export function jobPayloadOf(runId: string): JobPayload {
  return { operation_run_id: runId, correlation_version: CORRELATION_VERSION };
}
