export const QUIET_MS = 10_000;
const WAITING_MAX = 5;

/** What is to be said aloud, one thing at a time. */
export interface Announcements {
  say(words: string): void;
  stop(): void;
}

/** Says the first at once; what comes within 10 s waits and is then said together, the same words once. */
export function createAnnouncements(speak: (words: string) => void): Announcements {
  const waiting = new Set<string>();
  let quiet: ReturnType<typeof setTimeout> | null = null;
  const sayWaiting = () => {
    quiet = null;
    if (waiting.size === 0) return;
    speak([...waiting].slice(-WAITING_MAX).join(" "));
    waiting.clear();
    quiet = setTimeout(sayWaiting, QUIET_MS);
  };
  return {
    say(words) {
      waiting.delete(words);
      waiting.add(words);
      if (quiet === null) sayWaiting();
    },
    stop() {
      if (quiet !== null) clearTimeout(quiet);
      quiet = null;
    },
  };
}
