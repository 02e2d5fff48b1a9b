import type { SeenPolicy } from "./seen-policy.ts";
import { uniquePairs } from "./unique-pairs.ts";

/** One policy at two moments. */
export interface PolicyOverTime {
  readonly before: SeenPolicy;
  readonly now: SeenPolicy;
}

export interface MatchingOverTime {
  readonly pairs: readonly PolicyOverTime[];
  readonly gone: readonly SeenPolicy[];
  readonly come: readonly SeenPolicy[];
}

type KeyOf = (seen: SeenPolicy) => string | null;

// Inside one environment the provider's id is the strongest evidence; names come and go.
const KEYS: readonly KeyOf[] = [
  ({ type, item }) => (item.providerId === null ? null : keyOf(type, item.providerId)),
  ({ type, matchKey }) => keyOf(type, matchKey),
  ({ type, item }) =>
    item.state === "ok" && item.contentHash !== null ? keyOf(type, item.contentHash) : null,
];

/** By provider id, then by name, then by identical content, each only where it is unique at both moments. */
export function matchOverTime(
  before: readonly SeenPolicy[],
  now: readonly SeenPolicy[],
): MatchingOverTime {
  return KEYS.reduce<MatchingOverTime>(
    ({ pairs, gone, come }, key) => {
      const found = uniquePairs(gone, come, { left: key, right: key });
      const taken = new Set(found.flat());
      return {
        pairs: [...pairs, ...found.map(([earlier, later]) => ({ before: earlier, now: later }))],
        gone: gone.filter((seen) => !taken.has(seen)),
        come: come.filter((seen) => !taken.has(seen)),
      };
    },
    { pairs: [], gone: before, come: now },
  );
}

function keyOf(type: string, key: string): string {
  return `${type}\n${key}`;
}
