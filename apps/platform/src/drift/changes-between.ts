import { byCodeUnit, canonicalJson } from "../normal-form/canonical-json.ts";
import type { ChangeLine } from "../review/changes-since.ts";
import type { SnapshotPolicies } from "../snapshot/snapshot-policy.ts";
import type { CoverageRecord } from "../snapshot/snapshot.ts";
import { changesOfPolicy, type Destination, lineOf, movedLine } from "./changes-of-policy.ts";
import { shownValue } from "./comparable-leaves.ts";
import { comparedSettings } from "./compared-settings.ts";
import { type MatchingOverTime, matchOverTime } from "./match-over-time.ts";
import { type HolderPair, movedSettings, type Unknown } from "./moved-settings.ts";
import { type SeenPolicy, seenPolicies } from "./seen-policy.ts";

type Moment = Pick<SnapshotPolicies, "policies" | "coverage">;

/**
 * What happened to the policies of one environment from one snapshot to a later one, in an order that is the same every
 * time. That a policy is gone or new is said only of a type that the other snapshot covered completely.
 */
export function changesBetween(before: Moment, now: Moment): readonly ChangeLine[] {
  const [old, young] = [seenPolicies(before), seenPolicies(now)];
  const matching = matchOverTime(old, young);
  const isGone = isAbsentFrom({
    coverage: now.coverage,
    policies: young,
    unmatched: matching.come,
  });
  const isNew = isAbsentFrom({
    coverage: before.coverage,
    policies: old,
    unmatched: matching.gone,
  });
  const movedTo = movedSettings(holderPairs(matching, isGone, isNew));
  // Several unreadable files of one name cannot be told apart, but they are no news.
  const wasUnreadable = new Set(
    matching.gone.filter(({ item }) => item.state === "unreadable").map(nameOf),
  );
  const lines = [
    ...matching.pairs.flatMap((pair) => changesOfPolicy(pair, movedTo)),
    ...matching.gone.filter(isGone).flatMap((seen) => removal(seen, movedTo)),
    ...matching.come.filter(isNew).map((seen) => lineOf(seen, "policy_added", {})),
    ...matching.come
      .filter(
        ({ item, ...seen }) => item.state === "unreadable" && !wasUnreadable.has(nameOf(seen)),
      )
      .map((seen) => lineOf(seen, "became_unreadable", {})),
  ];
  return lines
    .map((line) => ({ line, text: orderText(line) }))
    .sort((left, right) => byCodeUnit(left.text, right.text))
    .map(({ line }) => line);
}

type IsAbsent = (seen: SeenPolicy) => boolean;

interface OtherMoment {
  readonly coverage: readonly CoverageRecord[];
  readonly policies: readonly SeenPolicy[];
  readonly unmatched: readonly SeenPolicy[];
}

/** Absent for certain: its type is covered there, its id is not there, and nothing unmatched bears its name. */
function isAbsentFrom({ coverage, policies, unmatched }: OtherMoment): IsAbsent {
  const covered = new Set(
    coverage.filter(({ status }) => status === "complete").map(({ type }) => type),
  );
  const ids = new Set(policies.map(({ type, item }) => `${type}\n${item.providerId}`));
  const names = new Set(unmatched.map(nameOf));
  return ({ type, matchKey, item }) =>
    (item.state === "ok" || item.state === "incomplete") &&
    covered.has(type) &&
    (item.providerId === null || !ids.has(`${type}\n${item.providerId}`)) &&
    !names.has(nameOf({ type, matchKey }));
}

function nameOf({ type, matchKey }: Pick<SeenPolicy, "type" | "matchKey">): string {
  return `${type}\n${matchKey}`;
}

function holderPairs(
  { pairs, gone, come }: MatchingOverTime,
  isGone: IsAbsent,
  isNew: IsAbsent,
): readonly HolderPair<SeenPolicy>[] {
  const known = (seen: SeenPolicy): SeenPolicy | Unknown =>
    seen.item.state === "ok" ? seen : "unknown";
  return [
    ...pairs.map((pair) => ({ before: known(pair.before), now: known(pair.now) })),
    ...gone.map((seen) => ({ before: seen, now: isGone(seen) ? null : ("unknown" as const) })),
    ...come.map((seen) => ({ before: isNew(seen) ? null : ("unknown" as const), now: seen })),
  ];
}

/** A policy that is gone, and those of its settings that another one has now. */
function removal(seen: SeenPolicy, movedTo: Destination): readonly ChangeLine[] {
  const settings = comparedSettings({ type: seen.type, excludedPaths: [] }, seen.leaves.values());
  const moved = [...settings.values()].flatMap((leaf) => {
    const [holder] = movedTo(seen.type, leaf.path);
    const value = shownValue(leaf);
    return holder === undefined
      ? []
      : [movedLine(seen, holder.name, { path: leaf.path, before: value, after: value })];
  });
  return [lineOf(seen, "policy_removed", {}), ...moved];
}

function orderText({ type, policy, kind, path, ...rest }: ChangeLine): string {
  return canonicalJson([type, policy, kind, path, rest]);
}
