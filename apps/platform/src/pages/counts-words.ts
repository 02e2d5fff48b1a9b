import type { SnapshotCounts } from "../snapshot/snapshot.ts";

/** "61 of 64 objects read whole; 1 unreadable, 2 incomplete". */
export function countsWords(counts: SnapshotCounts): string {
  const doubtful = (["unreadable", "incomplete", "ambiguous"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`);
  const read = `${counts.ok} of ${counts.items} objects read whole`;
  return doubtful.length === 0 ? read : `${read}; ${doubtful.join(", ")}`;
}
