import { EVENTS_OF_STEP_MAX, type EventFeed, type FollowInput } from "../../ports/event-tail.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { createEventFeed } from "./event-feed.ts";
import type { EventLog, WorkspaceLook } from "./event-log.ts";
import { type EventMark, judgeLook } from "./event-mark.ts";
import { createRecentEvents, isBefore } from "./recent-events.ts";
import type { ReleasedEvents } from "./released-events.ts";

/** The tail of one workspace's log: knows how far it is complete, and tells its feeds when that moves. */
export interface WorkspaceTail {
  follow(input: FollowInput, onClose: () => void): EventFeed;
  /** Takes a look in, and releases what can be given out by it; false = there was nothing. */
  release(look: WorkspaceLook, lookNumber: number): Promise<boolean>;
  isFollowed(): boolean;
  end(): void;
}

export function createWorkspaceTail(
  options: { readonly log: EventLog; readonly lookNumber: () => number },
  workspaceId: WorkspaceId,
): WorkspaceTail {
  const { log, lookNumber } = options;
  const recent = createRecentEvents();
  const listeners = new Set<() => void>();
  /** Of feeds that have no place yet. */
  const starting = new Set<() => void>();
  let open: EventMark | null = null;
  let released: string | null = null;
  let establishedBy = 0;
  let isEnded = false;

  const tell = (some: ReadonlySet<() => void>) => {
    for (const onNews of some) onNews();
  };
  const shown: ReleasedEvents = {
    log,
    recent,
    released: () => released,
    establishedBy: () => establishedBy,
    isEnded: () => isEnded,
  };

  /** Only what was read is released: a read that fails leaves the rest for the next look. */
  async function releaseUpTo(head: string): Promise<boolean> {
    let after = released ?? head;
    released = after;
    if (isBefore(head, after)) {
      // The database was put back to an earlier day: its numbers begin there.
      released = head;
      recent.clear();
      tell(listeners);
    }
    let more = isBefore(after, head);
    const isNews = more;
    while (more) {
      const events = await log.read({ workspaceId, after, upTo: head }, EVENTS_OF_STEP_MAX);
      more = events.length === EVENTS_OF_STEP_MAX;
      const upTo: string = more ? (events.at(-1)?.sequence ?? head) : head;
      if (events.length > 0) recent.add({ after, upTo, events });
      released = upTo;
      after = upTo;
      tell(listeners);
    }
    return isNews;
  }

  return {
    follow(input, onClose) {
      const onNews = () => input.onNews();
      listeners.add(onNews);
      starting.add(onNews);
      return createEventFeed(shown, {
        workspaceId,
        after: input.after,
        askedAtLook: lookNumber(),
        onStarted: () => void starting.delete(onNews),
        onClose() {
          starting.delete(onNews);
          if (listeners.delete(onNews)) onClose();
        },
      });
    },
    async release(look, number) {
      const judged = judgeLook(open, look, number);
      open = judged.open;
      if (judged.settled === null) return false;
      const isNews = await releaseUpTo(judged.settled.head);
      establishedBy = judged.settled.look;
      tell(starting);
      return isNews;
    },
    isFollowed: () => listeners.size > 0,
    end() {
      isEnded = true;
      tell(listeners);
    },
  };
}
