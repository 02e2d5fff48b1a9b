/** The place of a run in the list that it was opened from. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** Counts from 1. */
  readonly place: number;
  readonly count: number;
}

/** Null where the list does not hold the run. */
export function neighboursOf(ids: readonly string[], id: string): Neighbours | null {
  const index = ids.indexOf(id);
  if (index < 0) return null;
  return {
    previous: ids[index - 1] ?? null,
    next: ids[index + 1] ?? null,
    place: index + 1,
    count: ids.length,
  };
}
