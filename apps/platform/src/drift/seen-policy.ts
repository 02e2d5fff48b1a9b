import type { PolicyLeaf } from "../normal-form/content-leaves.ts";
import type { ItemDoubt } from "../normal-form/item-key.ts";
import { normalisedName } from "../normal-form/normalised-name.ts";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import { type ItemType, typeRole } from "../provider/policy-type.ts";
import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import type { SnapshotItem } from "../snapshot/snapshot.ts";
import { comparableLeaves } from "./comparable-leaves.ts";
import { targetsOf } from "./policy-target.ts";

/** A policy of an environment as a comparison sees it. */
export interface SeenPolicy {
  readonly item: SnapshotItem;
  readonly type: string;
  readonly name: string;
  readonly matchKey: string;
  /** By path; empty for what could not be read. */
  readonly leaves: ReadonlyMap<string, PolicyLeaf>;
  readonly targets: readonly string[] | null;
}

/** The governed policies of a snapshot in an order that does not depend on that of its items. */
export function seenPolicies({
  policies,
}: Pick<SnapshotPolicies, "policies">): readonly SeenPolicy[] {
  return policies
    .filter(({ item }) => typeRole(item.type as ItemType) === "policy")
    .map(seenPolicy)
    .sort(byTypeAndName);
}

/** Whether another one of the snapshot claims its id: then one of the two is no policy of its own. */
export function sharesItsId({ item }: SeenPolicy): boolean {
  const doubt: ItemDoubt = "provider_id_used_twice";
  return item.remarks.includes(doubt);
}

/** Hashes of what was seen of it. */
export function evidenceOf({ item }: SeenPolicy): readonly string[] {
  return [item.contentHash ?? item.rawHash].filter((hash) => hash !== null);
}

function seenPolicy({ item, content, assignment }: SnapshotPolicy): SeenPolicy {
  const { type, displayName } = item;
  const leaves = content === null ? [] : comparableLeaves(type, content);
  return {
    item,
    type,
    name: displayName,
    matchKey: normalisedName(displayName),
    leaves: new Map(leaves.map((leaf) => [leaf.path, leaf])),
    targets: targetsOf({ type, content, assignment }),
  };
}

function byTypeAndName(left: SeenPolicy, right: SeenPolicy): number {
  return (
    byCodeUnit(left.type, right.type) ||
    byCodeUnit(left.matchKey, right.matchKey) ||
    byCodeUnit(left.item.itemKey, right.item.itemKey)
  );
}
