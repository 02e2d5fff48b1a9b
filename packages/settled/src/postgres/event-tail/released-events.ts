import type { EventLog } from "./event-log.ts";
import type { RecentEvents } from "./recent-events.ts";

/** What feeds see of the tail of their workspace. */
export interface ReleasedEvents {
  readonly log: EventLog;
  readonly recent: RecentEvents;
  /** The sequence up to which everything may be given out; null = not known yet. */
  released(): string | null;
  /** The look that this was last established by. */
  establishedBy(): number;
  isEnded(): boolean;
}
