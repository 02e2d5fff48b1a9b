import type { BaselineEntry } from "../baseline/baseline.ts";
import type { Pin } from "../baseline/pin.ts";
import type { MatchedBy } from "./drift-finding.ts";
import { policyShape } from "./policy-shape.ts";
import type { SeenPolicy } from "./seen-policy.ts";
import { uniquePairs } from "./unique-pairs.ts";

/** An expectation and the policy that it is about. */
export interface Match {
  readonly entry: BaselineEntry;
  readonly seen: SeenPolicy;
  readonly by: MatchedBy;
}

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

export interface MatchInput {
  readonly entries: readonly BaselineEntry[];
  readonly policies: readonly SeenPolicy[];
  readonly pins: readonly Pin[];
  /** True for a policy whose name the baseline could not tell apart: only a pin says what it is. */
  readonly isNameless: (seen: SeenPolicy) => boolean;
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

type Remaining = Pick<MatchInput, "entries" | "policies">;

function without({ entries, policies }: Remaining, taken: readonly Match[]): Remaining {
  const entriesTaken = new Set(taken.map(({ entry }) => entry));
  const policiesTaken = new Set(taken.map(({ seen }) => seen));
  return {
    entries: entries.filter((entry) => !entriesTaken.has(entry)),
    policies: policies.filter((policy) => !policiesTaken.has(policy)),
  };
}

function byPin({ entries, policies, pins }: MatchInput): readonly Match[] {
  const pinOf = new Map(pins.map((pin) => [keyOf(pin.type, pin.matchKey), pin.providerId]));
  const target = (type: string, id: string | null | undefined) =>
    id == null ? null : keyOf(type, id);
  return uniquePairs(entries, policies, {
    left: ({ type, matchKey }) => target(type, pinOf.get(keyOf(type, matchKey))),
    right: ({ type, item }) => target(type, item.providerId),
  }).map(([entry, seen]) => ({ entry, seen, by: "pinned" }));
}

/** Where several bear the name, platform and template family may still tell which one is meant. */
function byName({ entries, policies }: Remaining): readonly Match[] {
  const bearers = Map.groupBy(policies, nameOf);
  return entries.flatMap((entry): readonly Match[] => {
    const named = bearers.get(nameOf(entry)) ?? [];
    const certain = named.every(({ item }) => item.state === "ok");
    const meant =
      named.length > 1 && certain
        ? named.filter(
            (seen) => policyShape(seen.leaves.values()) === policyShape(entry.expectedLeaves),
          )
        : named;
    const [seen] = meant;
    return seen === undefined || meant.length > 1 ? [] : [{ entry, seen, by: "name" }];
  });
}

function byContent({ entries, policies }: Remaining): readonly Match[] {
  return uniquePairs(entries, policies, { left: contentExpected, right: contentSeen }).map(
    ([entry, seen]) => ({ entry, seen, by: "content" }),
  );
}

/** Among several of identical content, whom they reach may still tell them apart. */
function byContentAndReach({ entries, policies }: Remaining): readonly Match[] {
  return uniquePairs(entries, policies, {
    left: (entry) => withReach(contentExpected(entry), entry.expectedTargets),
    right: (seen) => withReach(contentSeen(seen), seen.targets),
  }).map(([entry, seen]) => ({ entry, seen, by: "content" }));
}

function contentExpected({ type, contentHash }: BaselineEntry): string {
  return keyOf(type, contentHash);
}

function contentSeen({ type, item }: SeenPolicy): string | null {
  return item.state === "ok" && item.contentHash !== null ? keyOf(type, item.contentHash) : null;
}

function withReach(content: string | null, targets: readonly string[] | null): string | null {
  return content === null || targets === null ? null : keyOf(content, ...targets);
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

function nameOf({ type, matchKey }: { readonly type: string; readonly matchKey: string }): string {
  return keyOf(type, matchKey);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
