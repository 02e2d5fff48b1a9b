import { normalisedName } from "../normal-form/normalised-name.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import type { Reference } from "./find-references.ts";
import type { Hindrance, IdMapping, ReferenceKind } from "./restore-plan.ts";
import type { TargetListing } from "./restore-target.ts";

export interface ReferenceWorld {
  readonly policies: readonly SnapshotPolicy[];
  readonly listings: ReadonlyMap<string, TargetListing>;
  /** The numbers of items that are planned to be created, by type and provider id in the snapshot. */
  readonly created: ReadonlyMap<string, number>;
  /** What this plan would have to write first and may not, by type and provider id. */
  readonly unwritten: ReadonlySet<string>;
}

export type Resolution =
  | { readonly kind: "mapped"; readonly mapping: IdMapping }
  | { readonly kind: "unresolved"; readonly hindrance: Hindrance; readonly detail: string };

const HINDRANCES: Readonly<Record<ReferenceKind, Hindrance>> = {
  groups: "group_missing",
  namedLocations: "location_missing",
  authenticationStrengths: "strength_missing",
  assignmentFilters: "filter_missing",
  roleScopeTags: "scope_tag_missing",
};

/** What an id means in the target: the same object, the one of its name, one that this plan creates, or nothing. */
export function resolveReference(reference: Reference, world: ReferenceWorld): Resolution {
  const { kind, id } = reference;
  const listing = world.listings.get(kind);
  if (listing?.objects.some((object) => object.id === id) === true) {
    return { kind: "mapped", mapping: { kind, from: id, by: "same_id", to: id } };
  }
  const source = world.policies.filter(({ item }) => item.type === kind && item.providerId === id);
  const own = source.length === 1 ? (source[0]?.item.displayName ?? null) : null;
  const name = own ?? listing?.formerNames.get(id) ?? null;
  if (name !== null && listing?.complete === true) {
    const named = listing.objects.filter(
      (object) => normalisedName(object.name) === normalisedName(name),
    );
    const to = named.length === 1 ? (named[0]?.id ?? null) : null;
    if (to !== null) return { kind: "mapped", mapping: { kind, from: id, by: "name", to } };
  }
  const itemNo = world.created.get(`${kind} ${id}`);
  if (itemNo !== undefined) {
    return { kind: "mapped", mapping: { kind, from: id, by: "created_item", itemNo } };
  }
  const detail = name === null ? id : `${name} (${id})`;
  const hindrance = world.unwritten.has(`${kind} ${id}`)
    ? "depends_on_unwritten"
    : HINDRANCES[kind];
  return { kind: "unresolved", hindrance, detail };
}
