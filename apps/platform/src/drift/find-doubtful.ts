import type { FoundDifference } from "./finding-of.ts";
import type { Doubt } from "./match-policies.ts";
import { evidenceOf, type SeenPolicy, sharesItsId } from "./seen-policy.ts";

/** What is said of an expectation whose policy cannot be judged. */
export function findDoubt({ entry, candidates }: Doubt): FoundDifference {
  const [first] = candidates;
  const kind = candidates.length === 1 ? doubtOf(first) : "ambiguous";
  return {
    kind,
    type: entry.type,
    match_key: entry.matchKey,
    policy: first?.name ?? entry.displayName,
    ...(kind === "ambiguous" ? { found: candidates.length } : countsOf(first)),
    entrySeverity: entry.severity,
    evidence: [entry.contentHash, ...candidates.flatMap(evidenceOf)],
  };
}

/** Whether nothing may be concluded from a policy that no expectation is about. */
export function isDoubtful(seen: SeenPolicy): boolean {
  return seen.item.state !== "ok" || sharesItsId(seen);
}

/** Policies that no expectation is about and that cannot be judged; those of one name are one finding. */
export function findDoubtful(policies: readonly SeenPolicy[]): readonly FoundDifference[] {
  const single = policies
    .filter(({ item }) => item.state === "unreadable" || item.state === "incomplete")
    .map((seen) => ({
      kind: doubtOf(seen),
      type: seen.type,
      match_key: seen.item.itemKey,
      policy: seen.name,
      ...countsOf(seen),
      entrySeverity: null,
      evidence: evidenceOf(seen),
    }));
  const ambiguous = policies.filter((seen) => doubtOf(seen) === "ambiguous");
  const groups = Map.groupBy(ambiguous, ({ type, matchKey }) => JSON.stringify([type, matchKey]));
  return [
    ...single,
    ...[...groups.values()].flatMap((group): readonly FoundDifference[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          kind: "ambiguous",
          type: first.type,
          match_key: first.matchKey,
          policy: first.name,
          found: group.length,
          entrySeverity: null,
          evidence: group.flatMap(evidenceOf),
        },
      ];
    }),
  ];
}

/** How many settings it declares and how many were read; nothing for what has no such count. */
function countsOf(seen: SeenPolicy | undefined): Pick<FoundDifference, "expected" | "found"> {
  const { declaredSettings = null, actualSettings = null } = seen?.item ?? {};
  return declaredSettings === null ? {} : { expected: declaredSettings, found: actualSettings };
}

function doubtOf(seen: SeenPolicy | undefined): "unreadable" | "incomplete" | "ambiguous" {
  const state = seen?.item.state;
  return state === "unreadable" || state === "incomplete" ? state : "ambiguous";
}
