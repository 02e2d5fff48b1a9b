import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import type { DesiredState } from "./desired-state.ts";
import { keyOfItem, type TargetMatch } from "./match-targets.ts";
import { planItem } from "./plan-item.ts";
import { typeRank } from "./restorable-type.ts";
import {
  planHash,
  type PlannedItem,
  type PlannedRestore,
  type PlanOptions,
} from "./restore-plan.ts";
import type { TargetListing, TargetObject } from "./restore-target.ts";

export interface PlanInput {
  readonly snapshotId: string;
  readonly policies: readonly SnapshotPolicy[];
  /** Keys of `keyOfItem`; null = everything in the snapshot. */
  readonly selected: ReadonlySet<string> | null;
  readonly listings: ReadonlyMap<string, TargetListing>;
  readonly matches: ReadonlyMap<string, TargetMatch>;
  /** The objects that were matched, by `keyOfItem`. */
  readonly currents: ReadonlyMap<string, TargetObject>;
  readonly options: PlanOptions;
}

/**
 * Pure: what a restore would write, in the order of writing, and why. Nothing is ever deleted. An item whose reference
 * means nothing in the target is not attempted, and neither is what depends on it.
 */
export function planRestore(input: PlanInput): PlannedRestore {
  const { policies, selected, listings, options } = input;
  const chosen = policies
    .filter(({ item }) => selected === null || selected.has(keyOfItem(item)))
    .toSorted(inOrderOfWriting);
  const created = new Map<string, number>();
  const unwritten = new Set<string>();
  const items: PlannedItem[] = [];
  const states: DesiredState[] = [];
  // What is referred to has a lower rank, so it is planned before what refers to it.
  for (const [index, policy] of chosen.entries()) {
    const key = keyOfItem(policy.item);
    const { item, states: own } = planItem({
      itemNo: index + 1,
      policy,
      match: input.matches.get(key) ?? { kind: "listing_incomplete" },
      current: input.currents.get(key) ?? null,
      world: { policies, listings, created, unwritten },
      options,
    });
    const { providerId } = policy.item;
    const referred = `${item.type} ${providerId ?? ""}`;
    if (item.hindered) unwritten.add(referred);
    else if (item.steps.includes("create")) created.set(referred, item.itemNo);
    items.push(item);
    states.push(...own);
  }
  const plan = { snapshotId: input.snapshotId, options, items };
  return { plan: { ...plan, planHash: planHash(plan) }, states };
}

function inOrderOfWriting({ item: a }: SnapshotPolicy, { item: b }: SnapshotPolicy): number {
  return (
    typeRank(a.type) - typeRank(b.type) ||
    byCodeUnit(a.type, b.type) ||
    byCodeUnit(a.displayName, b.displayName) ||
    byCodeUnit(a.itemKey, b.itemKey)
  );
}
