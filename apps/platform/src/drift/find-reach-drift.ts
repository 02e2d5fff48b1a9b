import { aboutMatch } from "./compared-policy.ts";
import type { FoundDifference } from "./finding-of.ts";
import type { Match } from "./match-evidence.ts";
import { isNarrowed } from "./reach.ts";

/** Whether a matched policy reaches others than expected; nothing where the baseline does not ask. */
export function findReachDrift(match: Match): readonly FoundDifference[] {
  const { expectedTargets: expected } = match.entry;
  const { targets, item } = match.seen;
  if (expected === null) return [];
  const about = aboutMatch(match);
  if (targets === null) {
    return [{ ...about, kind: "not_assessed", path: "assignments", expected }];
  }
  if (expected.join("\n") === targets.join("\n")) return [];
  const seenIn = [...about.evidence, item.assignmentHash].filter((hash) => hash !== null);
  return [
    {
      ...about,
      kind: "assignment_changed",
      expected,
      found: targets,
      weakened: isNarrowed(expected, targets),
      evidence: seenIn,
    },
  ];
}
