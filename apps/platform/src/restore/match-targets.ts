import { normalisedName } from "../normal-form/normalised-name.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import type { ListedObject, TargetListing } from "./restore-target.ts";

export type TargetMatch =
  | { readonly kind: "found"; readonly id: string; readonly by: "known" | "provider_id" | "name" }
  /** Proven: no object of a complete listing is it. */
  | { readonly kind: "absent" }
  | { readonly kind: "ambiguous"; readonly detail: string }
  | { readonly kind: "listing_incomplete" };

export interface MatchInput {
  readonly policies: readonly SnapshotPolicy[];
  readonly listings: ReadonlyMap<string, TargetListing>;
  /** By `keyOfItem`: ids of objects that an earlier restore of this plan has created. */
  readonly known: ReadonlyMap<string, string>;
}

const NOT_LISTED: TargetListing = { complete: false, objects: [], formerNames: new Map() };

export function keyOfItem(item: { readonly type: string; readonly itemKey: string }): string {
  return `${item.type} ${item.itemKey}`;
}

/** Which object of the target each policy is: by id, then by a name that is unique on both sides. Never fuzzy. */
export function matchTargets(input: MatchInput): ReadonlyMap<string, TargetMatch> {
  const byType = Map.groupBy(input.policies, ({ item }) => item.type);
  const matches = new Map<string, TargetMatch>();
  for (const [type, policies] of byType) {
    const listing = input.listings.get(type) ?? NOT_LISTED;
    const names = tally(policies.map(({ item }) => normalisedName(item.displayName)));
    const taken = new Set(policies.flatMap(({ item }) => item.providerId ?? []));
    for (const { item } of policies) {
      const key = keyOfItem(item);
      const known = input.known.get(key) ?? null;
      const byId =
        (known === null ? null : matchById(listing, known, "known")) ??
        (item.providerId === null ? null : matchById(listing, item.providerId, "provider_id"));
      matches.set(key, byId ?? matchByName(listing, item.displayName, { names, taken }));
    }
  }
  return matches;
}

function matchById(
  listing: TargetListing,
  id: string,
  by: "known" | "provider_id",
): TargetMatch | null {
  const found = listing.objects.filter((object) => object.id === id);
  if (found.length === 0) return null;
  if (found.length === 1) return { kind: "found", id, by };
  return { kind: "ambiguous", detail: `${found.length} objects bear the id ${id}` };
}

function matchByName(
  listing: TargetListing,
  name: string,
  side: { readonly names: ReadonlyMap<string, number>; readonly taken: ReadonlySet<string> },
): TargetMatch {
  if (!listing.complete) return { kind: "listing_incomplete" };
  const wanted = normalisedName(name);
  const free = ({ id }: ListedObject): boolean => id === null || !side.taken.has(id);
  const found = listing.objects.filter(
    (object) => free(object) && normalisedName(object.name) === wanted,
  );
  const [only] = found;
  if (only === undefined) return { kind: "absent" };
  if (found.length > 1)
    return { kind: "ambiguous", detail: `${found.length} objects are called ${name}` };
  if (only.id === null) return { kind: "ambiguous", detail: `${name} has no id` };
  if ((side.names.get(wanted) ?? 0) > 1) {
    return { kind: "ambiguous", detail: `several policies of the snapshot are called ${name}` };
  }
  return { kind: "found", id: only.id, by: "name" };
}

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
