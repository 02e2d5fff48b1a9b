import { aboutMatch } from "./compared-policy.ts";
import type { FoundDifference } from "./finding-of.ts";
import type { Match } from "./match-evidence.ts";

/** A policy that is the expected one by its pin or content, and is called otherwise. */
export function findNameDrift(match: Match): readonly FoundDifference[] {
  const { entry, seen } = match;
  if (entry.matchKey === seen.matchKey) return [];
  return [
    {
      ...aboutMatch(match),
      kind: "renamed",
      other_policy: entry.displayName,
      expected: entry.displayName,
      found: seen.name,
    },
  ];
}
