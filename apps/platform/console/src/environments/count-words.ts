import type { SnapshotCounts } from "../../../src/snapshot/snapshot.ts";
import { text } from "../text.ts";

type Counts = Readonly<Record<string, number>> | SnapshotCounts;

/** "61 of 64 objects read whole; 1 unreadable, 2 incomplete". */
export function countsWords(counts: Counts): string {
  const of = (name: string) => (counts as Readonly<Record<string, number>>)[name] ?? 0;
  const doubtful = (["unreadable", "incomplete", "ambiguous"] as const)
    .filter((state) => of(state) > 0)
    .map((state) => text(`counts.${state}`, { count: String(of(state)) }));
  const read = text("counts.read", { ok: String(of("ok")), items: String(of("items")) });
  return doubtful.length === 0 ? read : `${read}; ${doubtful.join(", ")}`;
}

/** "13 of 14 types covered completely". */
export function coverageWords(coverage: {
  readonly types: number;
  readonly complete: number;
}): string {
  const { types, complete } = coverage;
  if (types === 0) return text("counts.no_type");
  return types === complete
    ? text("counts.all_types", { types })
    : text("counts.types", { types: String(types), complete: String(complete) });
}

/** Of what was found; rounded down, so that what is not whole never reads as 100 %. */
export function completenessWords(completeness: number): string {
  return text("counts.completeness", { percent: String(Math.floor(completeness * 1_000) / 10) });
}
