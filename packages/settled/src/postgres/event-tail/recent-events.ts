import { EVENTS_OF_STEP_MAX, type ToldEvent } from "../../ports/event-tail.ts";

/** What was released at one time: all events behind `after` up to `upTo`. Readers at `after` share the array. */
export interface Release {
  readonly after: string;
  readonly upTo: string;
  readonly events: readonly ToldEvent[];
}

/** Some seconds of a busy workspace: whoever comes back after a cut reads nothing from the database. */
const RECENT_EVENTS_MAX = 500;

/** The newest releases of a workspace, each beginning where the one before it ends. */
export interface RecentEvents {
  add(release: Release): void;
  /** The events behind a place, as many as a step holds; null = they are not kept any more. */
  behind(place: string): Release | null;
  clear(): void;
}

export function createRecentEvents(): RecentEvents {
  let releases: Release[] = [];
  let kept = 0;
  /** Readers who have fallen behind together catch up together, in steps as large as may be. */
  const joined = new Map<string, Release>();
  return {
    add(release) {
      joined.clear();
      releases.push(release);
      kept += release.events.length;
      while (kept > RECENT_EVENTS_MAX && releases.length > 1) {
        kept -= releases.shift()?.events.length ?? 0;
      }
    },
    behind(place) {
      const newest = releases.at(-1);
      if (newest?.after === place) return newest;
      const known = joined.get(place);
      if (known !== undefined) return known;
      const from = releases.findLastIndex(({ after }) => !isBefore(place, after));
      if (from === -1) return null;
      const fresh = joinedFrom(place, releases.slice(from));
      joined.set(place, fresh);
      return fresh;
    },
    clear() {
      joined.clear();
      releases = [];
      kept = 0;
    },
  };
}

/** What lies behind a place in the first release, and as many whole ones after it as fit. */
function joinedFrom(place: string, [first, ...rest]: readonly Release[]): Release {
  const events = first?.events.filter(({ sequence }) => isBefore(place, sequence)) ?? [];
  let upTo = first?.upTo ?? place;
  for (const release of rest) {
    if (events.length + release.events.length > EVENTS_OF_STEP_MAX) break;
    events.push(...release.events);
    upTo = release.upTo;
  }
  return { after: place, upTo, events };
}

/** Sequences are whole numbers that may be larger than a number of JavaScript's holds. */
export function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
