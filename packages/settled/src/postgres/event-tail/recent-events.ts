import type { ToldEvent } from "../../ports/event-tail.ts";

/** What was released at one time: all events behind `after` up to `upTo`. Readers at `after` share the array. */
export interface Release {
  readonly after: string;
  readonly upTo: string;
  readonly events: readonly ToldEvent[];
}

/** About a second of a busy workspace: whoever comes back after a cut reads nothing from the database. */
const RECENT_EVENTS_MAX = 500;

/** The newest releases of a workspace, each beginning where the one before it ends. */
export interface RecentEvents {
  add(release: Release): void;
  /** The events behind a place, up to the end of a release; null = they are not kept any more. */
  behind(place: string): Release | null;
  clear(): void;
}

export function createRecentEvents(): RecentEvents {
  let releases: Release[] = [];
  let kept = 0;
  return {
    add(release) {
      releases.push(release);
      kept += release.events.length;
      while (kept > RECENT_EVENTS_MAX && releases.length > 1) {
        kept -= releases.shift()?.events.length ?? 0;
      }
    },
    behind(place) {
      const shared = releases.findLast(({ after }) => after === place);
      if (shared !== undefined) return shared;
      const within = releases.findLast(({ after }) => isBefore(after, place));
      if (within === undefined) return null;
      const events = within.events.filter(({ sequence }) => isBefore(place, sequence));
      return { after: place, upTo: within.upTo, events };
    },
    clear() {
      releases = [];
      kept = 0;
    },
  };
}

/** Sequences are whole numbers that may be larger than a number of JavaScript's holds. */
export function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
