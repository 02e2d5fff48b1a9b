import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { operationLabelOf } from "../present/present-run.ts";
import { inputSchemaOf } from "./input-schema-of.ts";

/** One entry of the catalog as its readers get it. */
export type OfferedOperation = ReturnType<typeof asOfferedOperation>;

export function asOfferedOperation(operation: OperationDefinition) {
  const { type, capability, environment, queue, adapter, artifact, timeouts, repeatable } =
    operation;
  return {
    type,
    label: operationLabelOf(operation),
    capability,
    environment,
    input_schema: inputSchemaOf(operation.input),
    queue: { name: queue.name, retries: queue.retries },
    adapter: adapter?.name ?? null,
    artifact: artifact === null ? null : { type: artifact.type, label: artifact.label },
    timeouts: {
      start_within_ms: timeouts.startWithinMs,
      run_within_ms: timeouts.runWithinMs,
      decide_within_ms: timeouts.decideWithinMs,
    },
    repeatable,
  };
}
