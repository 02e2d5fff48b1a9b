import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { isCatalogType } from "../normal-form/catalog-type.ts";
import type { PolicyLeaf } from "../normal-form/content-leaves.ts";
import { valueText } from "../normal-form/setting-leaf.ts";
import { shownValue } from "./comparable-leaves.ts";
import type { FoundDifference } from "./finding-of.ts";
import { reachesSomeone } from "./reach.ts";
import { evidenceOf, type SeenPolicy } from "./seen-policy.ts";

interface Holder {
  readonly seen: SeenPolicy;
  readonly leaf: PolicyLeaf;
}

/**
 * Settings that two policies which both reach someone set to different values. Told once for each policy that differs
 * from the value that most of them have, against the first of those: a finding for every pair would grow with the
 * square of the policies.
 */
export function findConflicts(policies: readonly SeenPolicy[]): readonly FoundDifference[] {
  const places = new Map<string, Holder[]>();
  for (const seen of policies.filter(isEffective)) {
    for (const leaf of seen.leaves.values()) {
      if (leaf.kind === "property" || hasPlace(leaf.path)) continue;
      const key = `${seen.type}\n${leaf.path}`;
      const holders = places.get(key);
      if (holders === undefined) places.set(key, [{ seen, leaf }]);
      else holders.push({ seen, leaf });
    }
  }
  return [...places.values()].flatMap(conflictsAt);
}

function isEffective({ type, item, targets }: SeenPolicy): boolean {
  const readable = item.state === "ok" || item.state === "incomplete";
  return isCatalogType(type) && readable && targets !== null && reachesSomeone(targets);
}

// The third entry of one list and the third of another have nothing to do with each other.
function hasPlace(path: string): boolean {
  return path.includes("[") || path.includes("#");
}

function conflictsAt(holders: readonly Holder[]): readonly FoundDifference[] {
  const byValue = Map.groupBy(holders, ({ leaf }) => valueText(leaf));
  if (byValue.size < 2) return [];
  const [most] = [...byValue].sort(
    ([left, ones], [right, others]) => others.length - ones.length || byCodeUnit(left, right),
  );
  const [prevailing] = most?.[1] ?? [];
  if (most === undefined || prevailing === undefined) return [];
  return holders
    .filter(({ leaf }) => valueText(leaf) !== most[0])
    .map(({ seen, leaf }) => ({
      kind: "setting_conflict",
      type: seen.type,
      match_key: seen.item.itemKey,
      policy: seen.name,
      other_policy: prevailing.seen.name,
      path: leaf.path,
      expected: shownValue(prevailing.leaf),
      found: shownValue(leaf),
      entrySeverity: null,
      evidence: [...new Set([seen, prevailing.seen].flatMap(evidenceOf))],
    }));
}
