import type { BaselineEntry, BaselineVersion } from "../baseline/baseline.ts";
import type { Pin } from "../baseline/pin.ts";
import { aboutMatch, comparePolicy } from "./compared-policy.ts";
import { comparedSettings } from "./compared-settings.ts";
import { findAbsence } from "./find-absence.ts";
import { findDoubt, findDoubtful, isDoubtful } from "./find-doubtful.ts";
import { findNameDrift } from "./find-name-drift.ts";
import { findReachDrift } from "./find-reach-drift.ts";
import { findSettingDrift } from "./find-setting-drift.ts";
import { findStateDrift } from "./find-state-drift.ts";
import { findBeyond, findUnexpected, type Unexpected, unexpectedOf } from "./find-unexpected.ts";
import type { FoundDifference } from "./finding-of.ts";
import type { Match } from "./match-evidence.ts";
import { type Doubt, matchPolicies } from "./match-policies.ts";
import { type LeafHolder, movedSettings, type Unknown } from "./moved-settings.ts";
import type { SeenPolicy } from "./seen-policy.ts";
import type { Subject } from "./subject.ts";

export interface Assessment {
  readonly baseline: BaselineVersion;
  readonly policies: readonly SeenPolicy[];
  readonly pins: readonly Pin[];
  /** Types that were covered completely. */
  readonly covered: ReadonlySet<string>;
}

export interface Assessed {
  readonly subjects: readonly Subject[];
  /** Findings that are about a whole type. */
  readonly apart: readonly FoundDifference[];
}

/** Every expectation and every unexpected policy, with what is found about it. */
export function assessPolicies(input: Assessment): Assessed {
  const { baseline, policies, pins, covered } = input;
  const kindOf = unexpectedOf(baseline);
  const isNameless = (seen: SeenPolicy) => kindOf(seen) === "left_out";
  const matching = matchPolicies({ entries: baseline.entries, policies, pins, isNameless });
  const compared = matching.matches.map(comparePolicy);
  const unexpected = matching.policies.filter((seen) => !isDoubtful(seen));
  const doubtful = matching.policies.filter(isDoubtful);
  const movedTo = movedSettings<LeafHolder & { readonly name: string }>([
    ...compared.map((policy) => ({ before: expectedBy(policy.entry), now: policy })),
    ...matching.doubts.map(({ entry }) => ({ before: expectedBy(entry), now: UNKNOWN })),
    ...matching.entries.map((entry) => ({
      before: expectedBy(entry),
      now: covered.has(entry.type) ? null : UNKNOWN,
    })),
    ...unexpected.map((now) => ({ before: kindOf(now) === "extra" ? null : UNKNOWN, now })),
  ]);
  return {
    subjects: [
      ...compared.map((policy) => matchSubject(policy, findSettingDrift(policy, movedTo))),
      ...matching.doubts.map(doubtSubject),
      ...matching.entries.map((entry) =>
        entrySubject(entry, findAbsence(entry, covered.has(entry.type), movedTo)),
      ),
      ...unexpected.map((seen) => unexpectedSubject(seen, kindOf(seen))),
      ...findDoubtful(doubtful).map(doubtfulSubject),
    ],
    apart: findBeyond(unexpected.filter((seen) => kindOf(seen) === "beyond")),
  };
}

/** Nothing is expected, so nothing is aligned or deviates; only what could not be read is told. */
export function assessAgainstNothing(policies: readonly SeenPolicy[]): Assessed {
  const read = policies.filter((seen) => !isDoubtful(seen));
  const doubtful = policies.filter(isDoubtful);
  return {
    subjects: [
      ...read.map((seen) => unexpectedSubject(seen, "beyond")),
      ...findDoubtful(doubtful).map(doubtfulSubject),
    ],
    apart: [],
  };
}

const UNKNOWN: Unknown = "unknown";

function expectedBy(entry: BaselineEntry): LeafHolder {
  return { type: entry.type, leaves: comparedSettings(entry, entry.expectedLeaves) };
}

function matchSubject(match: Match, inSettings: readonly FoundDifference[]): Subject {
  const { type, match_key, policy, matched_by } = aboutMatch(match);
  const found = [
    ...inSettings,
    ...findReachDrift(match),
    ...findStateDrift(match),
    ...findNameDrift(match),
  ];
  const { itemKey } = match.seen.item;
  return { type, match_key, policy, matched_by, itemKey, judged: true, found };
}

function doubtSubject(doubt: Doubt): Subject {
  const { entry, candidates } = doubt;
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return { ...entrySubject(entry, [findDoubt(doubt)]), itemKey: only?.item.itemKey ?? null };
}

function entrySubject(entry: BaselineEntry, found: readonly FoundDifference[]): Subject {
  const { type, matchKey: match_key, displayName: policy } = entry;
  return { type, match_key, policy, matched_by: null, itemKey: null, judged: true, found };
}

function unexpectedSubject(seen: SeenPolicy, kind: Unexpected): Subject {
  const { itemKey } = seen.item;
  return {
    type: seen.type,
    match_key: itemKey,
    policy: seen.name,
    matched_by: null,
    itemKey,
    judged: kind === "extra",
    found: findUnexpected(seen, kind),
  };
}

function doubtfulSubject(found: FoundDifference): Subject {
  const { type, match_key, policy } = found;
  const itemKey = match_key;
  return { type, match_key, policy, matched_by: null, itemKey, judged: true, found: [found] };
}
