import type { PolicyLeaf } from "../normal-form/content-leaves.ts";
import type { SettingLeaf } from "../normal-form/setting-leaf.ts";
import { comparedSettings } from "./compared-settings.ts";
import { compareLeaves, type LeafDifferences } from "./compare-leaves.ts";
import type { Match } from "./match-evidence.ts";

/** A matched policy with how its settings differ from what is expected. */
export interface ComparedPolicy extends Match {
  readonly type: string;
  readonly name: string;
  readonly leaves: ReadonlyMap<string, PolicyLeaf>;
  readonly expected: ReadonlyMap<string, SettingLeaf>;
  readonly differences: LeafDifferences;
}

const NO_DIFFERENCES: LeafDifferences = { gone: [], come: [], changed: [] };

export function comparePolicy(match: Match): ComparedPolicy {
  const { entry, seen } = match;
  const leaves = comparedSettings(entry, seen.leaves.values());
  const expected = comparedSettings(entry, entry.expectedLeaves);
  const same = entry.contentHash === seen.item.contentHash;
  return {
    ...match,
    type: entry.type,
    name: seen.name,
    leaves,
    expected,
    differences: same ? NO_DIFFERENCES : compareLeaves(expected, leaves),
  };
}

/** What every finding about a matched policy says; a pinned one is known by its pin. */
export function aboutMatch({ entry, seen, by }: Match) {
  const evidence = [entry.contentHash, seen.item.contentHash].filter((hash) => hash !== null);
  return {
    type: entry.type,
    match_key: by === "pinned" ? `pin:${seen.item.providerId ?? ""}` : entry.matchKey,
    policy: seen.name,
    matched_by: by,
    entrySeverity: entry.severity,
    evidence: [...new Set(evidence)],
  };
}
