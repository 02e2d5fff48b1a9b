import type { BaselineEntry } from "../baseline/baseline.ts";
import {
  byContent,
  byContentAndReach,
  byName,
  byPin,
  contentExpected,
  contentSeen,
  type Match,
  type MatchInput,
  nameOf,
  type Remaining,
} from "./match-evidence.ts";
import type { SeenPolicy } from "./seen-policy.ts";

/** An expectation of which nothing may be said: its policy is not read whole, or several bear its name. */
export interface Doubt {
  readonly entry: BaselineEntry;
  readonly candidates: readonly SeenPolicy[];
}

/** Every entry is in exactly one of `matches`, `doubts` and `entries`; every policy in one of the three as well. */
export interface Matching {
  readonly matches: readonly Match[];
  readonly doubts: readonly Doubt[];
  readonly entries: readonly BaselineEntry[];
  readonly policies: readonly SeenPolicy[];
}

/**
 * Pinned, then by normalised name, then by identical content, each only where it is unique on both sides. What is
 * ambiguous stays unmatched and is named: nothing is guessed.
 */
export function matchPolicies(input: MatchInput): Matching {
  const pinned = byPin(input);
  const afterPins = without(input, pinned);
  const named = byName(afterPins);
  const afterNames = without(afterPins, named);
  const told = (rest: Remaining): Remaining => ({
    entries: rest.entries,
    policies: rest.policies.filter((seen) => !input.isNameless(seen)),
  });
  const alike = byContent(told(afterNames));
  const afterContent = without(afterNames, alike);
  const alikeForSome = byContentAndReach(told(afterContent));
  const rest = without(afterContent, alikeForSome);
  const found = [...pinned, ...named, ...alike, ...alikeForSome];
  const doubts = [
    ...found.filter(({ seen }) => seen.item.state !== "ok").map(asDoubt),
    ...undecided(rest, told(rest)),
  ];
  const doubtful = new Set(doubts.flatMap(({ candidates }) => candidates));
  const doubted = new Set(doubts.map(({ entry }) => entry));
  return {
    matches: found.filter(({ seen }) => seen.item.state === "ok"),
    doubts,
    entries: rest.entries.filter((entry) => !doubted.has(entry)),
    policies: rest.policies.filter((policy) => !doubtful.has(policy)),
  };
}

function without({ entries, policies }: Remaining, taken: readonly Match[]): Remaining {
  const entriesTaken = new Set(taken.map(({ entry }) => entry));
  const policiesTaken = new Set(taken.map(({ seen }) => seen));
  return {
    entries: entries.filter((entry) => !entriesTaken.has(entry)),
    policies: policies.filter((policy) => !policiesTaken.has(policy)),
  };
}

/** Entries whose name several bear, or whose content stands under several names: one of them may be meant. */
function undecided(rest: Remaining, told: Remaining): readonly Doubt[] {
  const bearers = Map.groupBy(rest.policies, nameOf);
  const alike = Map.groupBy(told.policies, contentSeen);
  return rest.entries.flatMap((entry) => {
    const named = bearers.get(nameOf(entry)) ?? [];
    const candidates = named.length > 0 ? named : (alike.get(contentExpected(entry)) ?? []);
    return candidates.length > 0 ? [{ entry, candidates }] : [];
  });
}

function asDoubt({ entry, seen }: Match): Doubt {
  return { entry, candidates: [seen] };
}
