import type { DispatchRecord } from "../run/dispatch-record.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { safeText } from "../run/safe-text.ts";

/** The hand-over on the wire: exactly its keys, and no secret even if a connection was named by its address. */
export function asDispatchJson(run: OperationRun): DispatchRecord | null {
  const { dispatch } = run.context;
  if (dispatch === undefined) return null;
  return {
    job_class: safeText(dispatch.job_class),
    queue: safeText(dispatch.queue),
    connection: safeText(dispatch.connection),
    dispatched_at: dispatch.dispatched_at,
    correlation_version: dispatch.correlation_version,
    operation_run_id: dispatch.operation_run_id,
  };
}
