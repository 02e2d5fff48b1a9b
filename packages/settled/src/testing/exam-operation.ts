import { defineOperation } from "../catalog/define-operation.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";

/** An operation that takes any input and has nothing to do: what the exams need of one is its queue. */
export function examOperation(
  type: string,
  queue: string,
  options: { retries?: number; runWithinMs?: number } = {},
): OperationDefinition {
  return defineOperation({
    type,
    label: type,
    input: {
      "~standard": { version: 1, vendor: "settled", validate: (value: unknown) => ({ value }) },
    },
    identity: () => type,
    capability: type,
    queue: { name: queue, retries: options.retries ?? 0 },
    timeouts: { runWithinMs: options.runWithinMs ?? 60_000 },
    handler: async () => undefined,
    copy: { doing: type, reasons: {} },
  });
}
