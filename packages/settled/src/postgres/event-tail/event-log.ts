import type { ToldEvent } from "../../ports/event-tail.ts";
import type { WorkspaceId } from "../../run/scope.ts";

/** How the log of one workspace stood at one moment. */
export interface WorkspaceLook {
  readonly workspaceId: WorkspaceId;
  /** The newest event that was to be seen; "0" = none. */
  readonly head: string;
  /** Transactions under way, read after the head, each of which may yet add an event that belongs before it. */
  readonly writers: readonly string[];
}

export interface LogLook {
  readonly workspaces: readonly WorkspaceLook[];
  /** A transaction is under way for whose sake others do not tell. */
  readonly isTelling: boolean;
}

/** A part of a workspace's log: behind `after`, up to and with `upTo`. */
export interface LogPart {
  readonly workspaceId: WorkspaceId;
  readonly after: string;
  readonly upTo: string;
}

export interface LogListener {
  /**
   * Asks writers to tell. `fell` = those who begin from now on do; `slept` = they have since the last time that this
   * was asked; `failed` = they do not: somebody must look.
   */
  fallAsleep(): Promise<"fell" | "slept" | "failed">;
  /** Writers need not tell. */
  wake(): void;
  close(): Promise<void>;
}

/** What a tail needs of the log of events, wherever that is kept. */
export interface EventLog {
  look(workspaceIds: readonly WorkspaceId[]): Promise<LogLook>;
  /** In the order of sequence. */
  read(part: LogPart, limit: number): Promise<readonly ToldEvent[]>;
  /** Whether the part holds more events than that. */
  holdsMoreThan(part: LogPart, count: number): Promise<boolean>;
  listen(onTold: () => void): LogListener;
}
