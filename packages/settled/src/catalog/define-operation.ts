import type { StandardSchemaV1 } from "@standard-schema/spec";
import { SettledError } from "../run/settled-error.ts";
import type { OperationDefinition, OperationTimeouts } from "./operation-definition.ts";
import type { ReconciliationAdapter } from "./reconciliation-adapter.ts";

const TYPE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){1,3}$/;
const REASON = /^[a-z][a-z0-9_]*$/;

export const DEFAULT_TIMEOUTS: OperationTimeouts = {
  startWithinMs: 60_000,
  runWithinMs: 900_000,
  decideWithinMs: 900_000,
};

export type OperationInput<Input, Evidence> = Pick<
  OperationDefinition<Input>,
  "type" | "label" | "identity" | "capability" | "handler" | "copy"
> & {
  readonly input: StandardSchemaV1<unknown, Input>;
  readonly queue: { readonly name: string; readonly retries?: number };
  readonly formerTypes?: readonly string[];
  /** `optional` unless said. */
  readonly environment?: OperationDefinition["environment"];
  readonly timeouts?: Partial<OperationTimeouts>;
  readonly repeatable?: boolean;
  /** True unless said. */
  readonly offered?: boolean;
  readonly adapter?: ReconciliationAdapter<Evidence>;
  readonly artifact?: OperationDefinition["artifact"];
};

/** Declares one operation. Refuses, at start-up, a definition that could not be told truthfully later. */
export function defineOperation<Input, Evidence = unknown>(
  input: OperationInput<Input, Evidence>,
): OperationDefinition<Input> {
  check(TYPE.test(input.type), `"${input.type}" is no canonical type such as "restore.execute".`);
  check(input.label.trim() !== "", `${input.type} needs a label.`);
  check(
    Object.keys(input.copy.reasons).every((code) => REASON.test(code)),
    `Reason codes of ${input.type} are lower-case words joined by underscores.`,
  );
  check(
    input.adapter === undefined || (input.artifact ?? null) !== null,
    `${input.type} has an adapter, so it needs an artifact: proof is read again by the library.`,
  );
  const timeouts = { ...DEFAULT_TIMEOUTS, ...input.timeouts };
  check(
    Object.values(timeouts).every((ms) => Number.isSafeInteger(ms) && ms > 0),
    `Timeouts of ${input.type} are whole milliseconds above 0.`,
  );
  return Object.freeze({
    ...input,
    formerTypes: input.formerTypes ?? [],
    environment: input.environment ?? "optional",
    queue: { name: input.queue.name, retries: input.queue.retries ?? 0 },
    timeouts,
    repeatable: input.repeatable ?? false,
    offered: input.offered ?? true,
    adapter: input.adapter ?? null,
    artifact: input.artifact ?? null,
  });
}

function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new SettledError("invalid_definition", message);
}
