import { aboutMatch } from "./compared-policy.ts";
import { isWeakerState } from "./enforcement.ts";
import type { FoundDifference } from "./finding-of.ts";
import { leafSubject } from "./leaf-subject.ts";
import type { Match } from "./match-evidence.ts";

/** Whether a conditional access policy is enforced, only reporting or off, other than expected. */
export function findStateDrift(match: Match): readonly FoundDifference[] {
  const { entry, seen } = match;
  const expected = stateIn(entry.type, entry.expectedLeaves);
  const found = stateIn(entry.type, seen.leaves.values());
  if (expected === found) return [];
  return [
    {
      ...aboutMatch(match),
      kind: "state_changed",
      expected,
      found,
      weakened: expected !== null && found !== null && isWeakerState(expected, found),
    },
  ];
}

/** Null for types without one. */
export function stateIn(
  type: string,
  leaves: Iterable<{ readonly path: string; readonly value: unknown }>,
): string | null {
  const leaf = [...leaves].find(({ path }) => leafSubject(type, path) === "state");
  return typeof leaf?.value === "string" ? leaf.value : null;
}
