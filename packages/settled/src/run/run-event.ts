import type { Actor } from "./actor.ts";
import type { JsonObject } from "./json-value.ts";
import type { RunPosition } from "./run-position.ts";
import type { RunId, WorkspaceId } from "./scope.ts";

export const RUN_EVENT_KINDS = [
  "created",
  "dispatched",
  "begun",
  "attempt_ended",
  "went_silent",
  "cancel_requested",
  "cancelled",
  "finished",
  "reconciled",
  "redispatched",
  "late_report",
  "delivery_ignored",
] as const;
export type RunEventKind = (typeof RUN_EVENT_KINDS)[number];

export type { RunPosition };

/** One line of a run's timeline. History, not a second truth: nothing derives a run's state from it. */
export interface RunEvent {
  /** Grows over all runs of the database: the resume point of live updates. */
  readonly sequence: string;
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  /** The run's version after the write that this event belongs to. */
  readonly version: number;
  readonly kind: RunEventKind;
  readonly actor: Actor;
  readonly from: RunPosition | null;
  readonly to: RunPosition;
  readonly detail: JsonObject;
  readonly at: Date;
}
