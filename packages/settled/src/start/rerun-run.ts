import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { BulkPart } from "../run/bulk-part.ts";
import type { Asker } from "../run/actor.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { StartRefusal } from "./read-start-input.ts";
import { startOperation, type StartOptions } from "./start-operation.ts";

export interface RerunInput {
  /** The run whose work is to be done once more, as the caller has read it: what has ended does not begin again. */
  readonly run: OperationRun;
  readonly initiator: Asker;
  /** Why, in the person's own words; kept in the event of the new run. */
  readonly because?: string;
  /** The action on many runs that this belongs to; kept in the event of the new run. */
  readonly partOf?: BulkPart;
  /** W3C `traceparent` and `tracestate`. */
  readonly trace?: Readonly<Record<string, string>>;
  /** The caller's own transaction: run and job then appear with its commit. */
  readonly on?: SqlExecutor;
}

export type RerunAnswer =
  /** `joined`: the same work is under way already; `run` is that one. */
  | { readonly kind: "accepted"; readonly run: OperationRun; readonly joined: boolean }
  | {
      readonly kind: "refused";
      readonly because: "not_settled" | "operation_not_known" | "input_outdated";
    };

/**
 * Starts what a settled run did once more, with its input, as a new run that names the old one. The old run is not
 * touched. Of several reruns at once, one starts a run and the others join it.
 */
export async function rerunRun(options: StartOptions, input: RerunInput): Promise<RerunAnswer> {
  const { run: old, ...asked } = input;
  // Its work may still be done by itself: nobody starts it twice.
  if (old.status !== "completed") return { kind: "refused", because: "not_settled" };
  // What only the library starts, nobody has done again by name.
  if (options.catalog.find(old.operationType)?.offered === false) {
    return { kind: "refused", because: "operation_not_known" };
  }
  const answer = await startOperation(options, {
    ...asked,
    workspaceId: old.workspaceId,
    environmentId: old.environmentId,
    type: old.operationType,
    input: old.input,
    rerunOf: old.id,
  });
  return answer.kind === "refused" ? { kind: "refused", because: refusalOf(answer) } : answer;
}

/** The input is the old run's: what is wrong with it is nothing that the caller could correct. */
function refusalOf({ because }: StartRefusal): "operation_not_known" | "input_outdated" {
  switch (because) {
    case "unknown_operation":
    case "renamed_operation":
      return "operation_not_known";
    case "environment_required":
    case "input_too_large":
    case "invalid_input":
      return "input_outdated";
  }
}
