import type { RunOutcome, RunStatus } from "../run/operation-run.ts";
import type { RunEventKind } from "../run/run-event.ts";
import type { EnvironmentId, RunId, WorkspaceId } from "../run/scope.ts";

/** An event as live updates tell it: what moved where, never why or what went wrong. */
export interface ToldEvent {
  readonly sequence: string;
  readonly runId: RunId;
  /** The run's version after the write that this event belongs to. */
  readonly version: number;
  readonly kind: RunEventKind;
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly operationType: string;
  readonly environmentId: EnvironmentId | null;
  readonly at: Date;
}

/** A place of a workspace that is too far back to be read from is given up for the newest one. */
export const EVENTS_BEHIND_MAX = 10_000;
/** Events of one step at most. */
export const EVENTS_OF_STEP_MAX = 200;

export type FeedStep =
  /**
   * The first step. `resumed` = what follows is everything behind the place that was given; `reset` = that place is
   * ahead of the log or more than EVENTS_BEHIND_MAX behind, and what follows begins at `position` as it does for `now`.
   */
  | {
      readonly kind: "started";
      readonly how: "now" | "resumed" | "reset";
      readonly position: string;
    }
  /** At least one, in the order of their sequence. Feeds at the same place get the same array. */
  | { readonly kind: "events"; readonly events: readonly ToldEvent[] }
  /** Nothing yet; `onNews` is called when there is. */
  | { readonly kind: "idle" }
  /** The tail was closed: there will be no more. */
  | { readonly kind: "ended" };

/** One reader's way through the events of a workspace. Keeps a place and no events, however slow its reader is. */
export interface EventFeed {
  /** One call at a time. Rejects if the log cannot be read now; the place stays. */
  take(): Promise<FeedStep>;
  close(): void;
}

export interface FollowInput {
  readonly workspaceId: WorkspaceId;
  /** The sequence behind which to begin; null = now. */
  readonly after: string | null;
  /** There may be another step to take. Must not throw, and takes nothing itself. */
  onNews(): void;
}

/**
 * Live updates. What is written by transactions that commit while a feed is open is given to it in the order of
 * sequence: each event once, none left out, however late the transaction with the lower number commits.
 */
export interface EventTail {
  follow(input: FollowInput): EventFeed;
  /** Ends all feeds. */
  close(): Promise<void>;
}
