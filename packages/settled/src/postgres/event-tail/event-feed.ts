import {
  EVENTS_BEHIND_MAX,
  EVENTS_OF_STEP_MAX,
  type EventFeed,
  type FeedStep,
} from "../../ports/event-tail.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { isBefore } from "./recent-events.ts";
import type { ReleasedEvents } from "./released-events.ts";

export interface EventFeedOptions {
  readonly workspaceId: WorkspaceId;
  readonly after: string | null;
  /** The newest look when the feed was asked for. */
  readonly askedAtLook: number;
  onStarted(): void;
  onClose(): void;
}

/** A place in the released events of a workspace, and nothing else that grows. */
export function createEventFeed(shown: ReleasedEvents, options: EventFeedOptions): EventFeed {
  const { workspaceId, askedAtLook } = options;
  const { log, recent } = shown;
  let place: string | null = null;
  let isClosed = false;

  async function start(released: string): Promise<FeedStep> {
    const { after } = options;
    if (after === null) return startAt("now", released);
    if (isBefore(released, after)) {
      // Another server may have given it out already: only a later look can say that there is no such number.
      return shown.establishedBy() > askedAtLook ? startAt("reset", released) : { kind: "idle" };
    }
    const isKept = after === released || recent.behind(after) !== null;
    const missed = { workspaceId, after, upTo: released };
    const isTooFar = !isKept && (await log.holdsMoreThan(missed, EVENTS_BEHIND_MAX));
    return isTooFar ? startAt("reset", released) : startAt("resumed", after);
  }

  function startAt(how: "now" | "resumed" | "reset", position: string): FeedStep {
    place = position;
    options.onStarted();
    return { kind: "started", how, position };
  }

  async function readOn(after: string, released: string): Promise<FeedStep> {
    const kept = recent.behind(after);
    if (kept !== null) {
      // Where nothing was kept nothing was: the place itself may lie behind the last event.
      const isEmpty = kept.events.length === 0;
      place = isEmpty ? released : kept.upTo;
      return isEmpty ? { kind: "idle" } : { kind: "events", events: kept.events };
    }
    const part = { workspaceId, after, upTo: released };
    const events = await log.read(part, EVENTS_OF_STEP_MAX);
    const last = events.at(-1);
    place = events.length === EVENTS_OF_STEP_MAX && last !== undefined ? last.sequence : released;
    return last === undefined ? { kind: "idle" } : { kind: "events", events };
  }

  return {
    async take() {
      if (isClosed || shown.isEnded()) return { kind: "ended" };
      const released = shown.released();
      if (released === null) return { kind: "idle" };
      if (place === null) return start(released);
      if (isBefore(released, place)) return startAt("reset", released);
      return place === released ? { kind: "idle" } : readOn(place, released);
    },
    close() {
      isClosed = true;
      options.onClose();
    },
  };
}
