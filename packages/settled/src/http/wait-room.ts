/** How many requests may wait in one process at the same time. */
export interface WaitRoom {
  /** A place to wait in, or null if all are taken. Whoever took it gives it back. */
  enter(): { leave(): void } | null;
}

export function createWaitRoom(placesMax: number): WaitRoom {
  const taken = new Set<symbol>();
  return {
    enter() {
      if (taken.size >= placesMax) return null;
      const place = Symbol("place");
      taken.add(place);
      return { leave: () => void taken.delete(place) };
    },
  };
}
