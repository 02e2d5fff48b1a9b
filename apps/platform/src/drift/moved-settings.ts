import { isCatalogType } from "../normal-form/catalog-type.ts";
import type { LeafKind } from "../normal-form/content-leaves.ts";
import { type SettingLeaf, valueText } from "../normal-form/setting-leaf.ts";

type HeldLeaf = SettingLeaf & { readonly kind?: LeafKind };

export interface LeafHolder {
  readonly type: string;
  readonly leaves: ReadonlyMap<string, HeldLeaf>;
}

/** What a policy holds that could not be read, or of which nobody knows whether it is there. */
export type Unknown = "unknown";

/** A policy on both sides, or on one of them; null = it is certain that it is not there. */
export interface HolderPair<Holder extends LeafHolder = LeafHolder> {
  readonly before: LeafHolder | Unknown | null;
  readonly now: Holder | Unknown | null;
}

/** By type and path: the policies that hold a setting now instead of others; none where anything is doubtful. */
export type MovedTo<Holder> = (type: string, path: string) => readonly Holder[];

/**
 * Which settings stand in other policies than before: the path has the same set of values on both sides, and no policy
 * holds it on both.
 */
export function movedSettings<Holder extends LeafHolder>(
  pairs: readonly HolderPair<Holder>[],
): MovedTo<Holder> {
  const stations = new Map<string, Station<Holder>>();
  for (const { before, now } of pairs) {
    for (const leaf of settingsOf(before)) {
      const station = stationAt(stations, leaf);
      station.before.add(valueText(leaf));
      if (now === "unknown" || now?.leaves.has(leaf.path) === true) station.stayed = true;
    }
    if (now === null || now === "unknown") continue;
    for (const leaf of settingsOf(now)) {
      const station = stationAt(stations, leaf);
      station.now.add(valueText(leaf));
      station.holders.push(now);
      if (before === "unknown") station.stayed = true;
    }
  }
  return (type, path) => {
    const station = stations.get(stationKey(type, path));
    if (station === undefined || station.stayed) return [];
    const { before, now, holders } = station;
    return before.size === now.size && [...before].every((text) => now.has(text)) ? holders : [];
  };
}

interface Station<Holder> {
  readonly before: Set<string>;
  readonly now: Set<string>;
  readonly holders: Holder[];
  /** Some policy holds it on both sides, or may do so. */
  stayed: boolean;
}

function stationAt<Holder>(
  stations: Map<string, Station<Holder>>,
  { type, path }: TypedLeaf,
): Station<Holder> {
  const key = stationKey(type, path);
  const known = stations.get(key);
  if (known !== undefined) return known;
  const made = { before: new Set<string>(), now: new Set<string>(), holders: [], stayed: false };
  stations.set(key, made);
  return made;
}

function stationKey(type: string, path: string): string {
  return `${type}\n${path}`;
}

type TypedLeaf = HeldLeaf & { readonly type: string };

function settingsOf(holder: LeafHolder | Unknown | null): readonly TypedLeaf[] {
  if (holder === null || holder === "unknown" || !isCatalogType(holder.type)) return [];
  const { type } = holder;
  return [...holder.leaves.values()]
    .filter(({ kind }) => kind !== "property")
    .map((leaf) => ({ ...leaf, type }));
}
