import type { CoverageMarker } from "../provider/coverage-marker.ts";
import type { CoverageRecord, SnapshotItem } from "./snapshot.ts";

/**
 * What of each type was collected: complete only if every object that was found could be read whole. What the
 * export says about a type (not licensed, failed) wins over what happens to lie in the folder.
 */
export function coverageOf(
  items: readonly SnapshotItem[],
  marker: CoverageMarker | null,
): readonly CoverageRecord[] {
  const byType = Map.groupBy(items, ({ type }) => type);
  const said = new Map((marker?.types ?? []).map((entry) => [entry.type as string, entry]));
  const types = [...new Set([...byType.keys(), ...said.keys()])].sort();
  return types.map((type) => {
    const found = byType.get(type) ?? [];
    const entry = said.get(type);
    if (entry !== undefined) {
      return { type, status: entry.status, items: found.length, reason: entry.reason };
    }
    return { type, items: found.length, ...readWhole(found) };
  });
}

function readWhole(found: readonly SnapshotItem[]): Pick<CoverageRecord, "status" | "reason"> {
  const unreadable = found.filter(({ state }) => state === "unreadable").length;
  const incomplete = found.filter(({ state }) => state === "incomplete").length;
  if (unreadable + incomplete === 0) return { status: "complete", reason: "all_read" };
  if (unreadable === found.length) return { status: "failed", reason: "none_could_be_read" };
  const reasons = [
    ...(unreadable > 0 ? [`${unreadable}_unreadable`] : []),
    ...(incomplete > 0 ? [`${incomplete}_incomplete`] : []),
  ];
  return { status: "partial", reason: reasons.join("_and_") };
}
