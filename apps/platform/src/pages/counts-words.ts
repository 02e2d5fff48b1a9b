import type { SnapshotCounts } from "../snapshot/snapshot.ts";
import type { CoverageCount } from "../store/coverage-count.ts";

/** "61 of 64 objects read whole; 1 unreadable, 2 incomplete". */
export function countsWords(counts: SnapshotCounts): string {
  const doubtful = (["unreadable", "incomplete", "ambiguous"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`);
  const read = `${counts.ok} of ${counts.items} objects read whole`;
  return doubtful.length === 0 ? read : `${read}; ${doubtful.join(", ")}`;
}

/** "13 of 14 types covered completely". */
export function coverageCountWords({ types, complete }: CoverageCount): string {
  if (types === 0) return "no type was found";
  const noun = types === 1 ? "type" : "types";
  return types === complete
    ? `${types === 1 ? "the only" : `all ${types}`} ${noun} covered completely`
    : `${complete} of ${types} ${noun} covered completely`;
}

/** Of what was found; rounded down, so that what is not whole never reads as 100 %. */
export function completenessWords(completeness: number): string {
  return `${Math.floor(completeness * 1_000) / 10} % of the objects read`;
}
