import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { Delivery, EngineDriver } from "../ports/engine-driver.ts";
import type { RunReader } from "../ports/run-reader.ts";
import { CORRELATION_VERSION } from "../run/dispatch-record.ts";
import { isJsonObject, type JsonValue } from "../run/json-value.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { isRunId } from "../run/scope.ts";

/** Whose run a job belongs to; it never guesses. */
export type Correlation =
  | { readonly kind: "correlated"; readonly run: OperationRun }
  | {
      readonly kind: "refused";
      /** `absent` = not our job. */
      readonly because: "absent" | "malformed" | "unknown_version" | "unknown_run" | "job_mismatch";
    };

export interface CorrelationOptions {
  readonly reader: RunReader;
  readonly catalog: OperationCatalog;
  readonly driver: Pick<EngineDriver, "handOverOf">;
}

/** The one resolver, for the tracked handler and for the failed-job bridge. */
export async function resolveRunCorrelation(
  options: CorrelationOptions,
  delivery: Pick<Delivery, "jobClass" | "queue" | "payload">,
): Promise<Correlation> {
  const payload = delivery.payload as JsonValue;
  if (!isJsonObject(payload) || !Object.hasOwn(payload, "operation_run_id"))
    return refused("absent");
  const { operation_run_id: id, correlation_version: version } = payload;
  if (!isRunId(id) || typeof version !== "number") return refused("malformed");
  if (version !== CORRELATION_VERSION) return refused("unknown_version");
  const run = await options.reader.findCorrelatedRun(id);
  if (run === null) return refused("unknown_run");
  return isItsJob(options, run, delivery) ? { kind: "correlated", run } : refused("job_mismatch");
}

/** A delivery may overtake the record of its hand-over; then the operation says which job it must be. */
function isItsJob(
  options: CorrelationOptions,
  run: OperationRun,
  delivery: Pick<Delivery, "jobClass" | "queue">,
): boolean {
  const operation = options.catalog.find(run.operationType);
  const expected =
    run.context.dispatch ?? (operation === null ? null : options.driver.handOverOf(operation));
  return (
    expected !== null &&
    expected.job_class === delivery.jobClass &&
    expected.queue === delivery.queue
  );
}

function refused(because: Extract<Correlation, { kind: "refused" }>["because"]): Correlation {
  return { kind: "refused", because };
}
