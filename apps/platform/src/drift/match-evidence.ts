import type { BaselineEntry } from "../baseline/baseline.ts";
import type { Pin } from "../baseline/pin.ts";
import type { MatchedBy } from "./drift-finding.ts";
import { policyShape } from "./policy-shape.ts";
import { type SeenPolicy, sharesItsId } from "./seen-policy.ts";
import { uniquePairs } from "./unique-pairs.ts";

/** An expectation and the policy that it is about. */
export interface Match {
  readonly entry: BaselineEntry;
  readonly seen: SeenPolicy;
  readonly by: MatchedBy;
}

export interface MatchInput {
  readonly entries: readonly BaselineEntry[];
  readonly policies: readonly SeenPolicy[];
  readonly pins: readonly Pin[];
  /** True for a policy whose name the baseline could not tell apart: only a pin says what it is. */
  readonly isNameless: (seen: SeenPolicy) => boolean;
}

/** What the stronger evidence has left. */
export type Remaining = Pick<MatchInput, "entries" | "policies">;

export function byPin({ entries, policies, pins }: MatchInput): readonly Match[] {
  const pinOf = new Map(pins.map((pin) => [keyOf(pin.type, pin.matchKey), pin.providerId]));
  const target = (type: string, id: string | null | undefined) =>
    id == null ? null : keyOf(type, id);
  return uniquePairs(entries, policies, {
    left: ({ type, matchKey }) => target(type, pinOf.get(keyOf(type, matchKey))),
    right: ({ type, item }) => target(type, item.providerId),
  }).map(([entry, seen]) => ({ entry, seen, by: "pinned" }));
}

/** Where several bear the name, platform and template family may still tell which one is meant. */
export function byName({ entries, policies }: Remaining): readonly Match[] {
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

export function byContent({ entries, policies }: Remaining): readonly Match[] {
  return uniquePairs(entries, policies, { left: contentExpected, right: contentSeen }).map(
    ([entry, seen]) => ({ entry, seen, by: "content" }),
  );
}

/** Among several of identical content, whom they reach may still tell them apart. */
export function byContentAndReach({ entries, policies }: Remaining): readonly Match[] {
  return uniquePairs(entries, policies, {
    left: (entry) => withReach(contentExpected(entry), entry.expectedTargets),
    right: (seen) => withReach(contentSeen(seen), seen.targets),
  }).map(([entry, seen]) => ({ entry, seen, by: "content" }));
}

export function contentExpected({ type, contentHash }: BaselineEntry): string {
  return keyOf(type, contentHash);
}

/** Null for what was not read whole, and for a copy of which nobody knows whether it is a policy of its own. */
export function contentSeen(seen: SeenPolicy): string | null {
  const { type, item } = seen;
  if (item.state !== "ok" || item.contentHash === null || sharesItsId(seen)) return null;
  return keyOf(type, item.contentHash);
}

function withReach(content: string | null, targets: readonly string[] | null): string | null {
  return content === null || targets === null ? null : keyOf(content, ...targets);
}

export function nameOf({
  type,
  matchKey,
}: {
  readonly type: string;
  readonly matchKey: string;
}): string {
  return keyOf(type, matchKey);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
