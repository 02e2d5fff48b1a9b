import type { CancelAnswer, RunLifecycle } from "../lifecycle/run-lifecycle.ts";
import type { EngineDriver } from "../ports/engine-driver.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { Actor } from "../run/actor.ts";
import { type BulkPart, bulkPartDetail } from "../run/bulk-part.ts";
import { givenReason } from "../run/given-reason.ts";
import type { RunId, WorkspaceId } from "../run/scope.ts";

const TRIES_MAX = 5;

export interface CancelOptions {
  readonly reader: RunReader;
  readonly lifecycle: RunLifecycle;
  readonly driver: EngineDriver;
}

export interface CancelInput {
  readonly workspaceId: WorkspaceId;
  readonly id: RunId;
  /** Refuses any other version than the one that the person has seen. */
  readonly expectedVersion?: number;
  /** Why, in the person's own words; kept in the event. */
  readonly because?: string;
  /** The action on many runs that this belongs to; kept in the event. */
  readonly partOf?: BulkPart;
}

export type CancelRunAnswer =
  | Exclude<CancelAnswer, { kind: "refused" }>
  | {
      readonly kind: "refused";
      readonly because: "unknown_run" | "stale" | "already_completed" | "busy";
    };

/** Cancels a run: at once if it was never begun, else by a wish that its worker hears within seconds. */
export async function cancelRun(
  options: CancelOptions,
  target: CancelInput,
  actor: Actor,
): Promise<CancelRunAnswer> {
  const { expectedVersion } = target;
  for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
    const run = await options.reader.findRun(target.workspaceId, target.id);
    if (run === null) return { kind: "refused", because: "unknown_run" };
    if (expectedVersion !== undefined && run.version !== expectedVersion) {
      return { kind: "refused", because: "stale" };
    }
    if (run.status === "completed") return { kind: "refused", because: "already_completed" };
    const detail = { ...givenReason(target.because), ...bulkPartDetail(target.partOf) };
    const answer = await options.lifecycle.cancel(run, actor, detail);
    // The run is over whatever the engine says: a job that cannot be taken away is ignored when it comes.
    if (answer.kind === "cancelled")
      await options.driver.withdraw(answer.run).catch(() => undefined);
    if (answer.kind !== "refused") return answer;
  }
  return { kind: "refused", because: "busy" };
}
