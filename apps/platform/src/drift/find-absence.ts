import type { BaselineEntry } from "../baseline/baseline.ts";
import { shownValue } from "./comparable-leaves.ts";
import { comparedSettings } from "./compared-settings.ts";
import type { FoundDifference } from "./finding-of.ts";
import type { MovedTo } from "./moved-settings.ts";

/**
 * What is said of an expectation that no policy meets: missing if its type was covered completely, with the settings of
 * it that another policy has now; else nothing is known, and that is said.
 */
export function findAbsence(
  entry: BaselineEntry,
  isCovered: boolean,
  movedTo: MovedTo<{ readonly name: string }>,
): readonly FoundDifference[] {
  const about = {
    type: entry.type,
    match_key: entry.matchKey,
    policy: entry.displayName,
    entrySeverity: entry.severity,
    evidence: [entry.contentHash],
  };
  if (!isCovered) return [{ ...about, kind: "not_assessed" }];
  const moved = [...comparedSettings(entry, entry.expectedLeaves).values()].flatMap(
    (leaf): readonly FoundDifference[] => {
      const [holder] = movedTo(entry.type, leaf.path);
      if (holder === undefined) return [];
      const value = shownValue(leaf);
      const place = { path: leaf.path, expected: value, found: value, other_policy: holder.name };
      return [{ ...about, kind: "setting_moved", ...place }];
    },
  );
  return [{ ...about, kind: "missing_policy" }, ...moved];
}
