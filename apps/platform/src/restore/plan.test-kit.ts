import { normalForm } from "../normal-form/normal-form.ts";
import type { JsonObject } from "../normal-form/json-value.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { keyOfItem, matchTargets } from "./match-targets.ts";
import { planRestore } from "./plan-restore.ts";
import type { PlannedItem, PlanOptions } from "./restore-plan.ts";
import type { TargetListing, TargetObject } from "./restore-target.ts";

export interface PlannedObject {
  readonly type: string;
  readonly json: JsonObject & { readonly id: string };
}

/** A policy of a snapshot, as capturing makes it of such an object. */
export function asPolicy(
  { type, json }: PlannedObject,
  item: Partial<SnapshotPolicy["item"]> = {},
): SnapshotPolicy {
  const form = normalForm({ type, json });
  return {
    item: {
      type,
      itemKey: json.id,
      state: "ok",
      providerId: json.id,
      displayName: form.meta.name ?? "",
      file: "",
      rawHash: null,
      contentHash: form.contentHash,
      assignmentHash: form.assignmentHash,
      metaHash: form.metaHash,
      declaredSettings: null,
      actualSettings: null,
      remarks: [],
      ...item,
    },
    content: form.content,
    assignment: form.assignment.listed ? form.assignment.targets : null,
    meta: form.meta,
  };
}

function asTargetObject({ type, json }: PlannedObject): TargetObject {
  const form = normalForm({ type, json });
  return { id: json.id, name: form.meta.name ?? "", form };
}

export interface PlanCase {
  readonly snapshot: readonly (PlannedObject | SnapshotPolicy)[];
  readonly target: readonly PlannedObject[];
  /** Types of which not everything could be read. */
  readonly incomplete?: readonly string[];
  readonly options?: PlanOptions;
  readonly selected?: ReadonlySet<string>;
  readonly snapshotId?: string;
}

/** Plans as a worker would that had just looked at the target. */
export function planOf(given: PlanCase) {
  const policies = given.snapshot.map((one) => ("item" in one ? one : asPolicy(one)));
  const types = [
    ...policies.map(({ item }) => item.type),
    ...given.target.map(({ type }) => type),
    "groups",
    "namedLocations",
  ];
  const listings = new Map<string, TargetListing>(
    types.map((type) => [
      type,
      {
        complete: given.incomplete?.includes(type) !== true,
        formerNames: new Map<string, string>(),
        objects: given.target.filter((one) => one.type === type).map(asTargetObject),
      },
    ]),
  );
  const matches = matchTargets({ policies, listings, known: new Map() });
  const currents = new Map<string, TargetObject>();
  for (const { item } of policies) {
    const match = matches.get(keyOfItem(item));
    if (match?.kind !== "found") continue;
    const found = given.target.find(({ type, json }) => type === item.type && json.id === match.id);
    if (found !== undefined) currents.set(keyOfItem(item), asTargetObject(found));
  }
  const selected = given.selected ?? null;
  const options = given.options ?? { accessState: "disabled" };
  return planRestore({
    snapshotId: given.snapshotId ?? "s",
    policies,
    selected,
    listings,
    matches,
    currents,
    options,
  });
}

/** What matters of each item, in the order of writing. */
export function told(
  items: readonly PlannedItem[],
): readonly (readonly [string, string, string])[] {
  return items.map((item) => [
    item.name,
    item.hindered ? `not ${item.action}` : item.steps.join(" ") || "skip",
    item.reason,
  ]);
}
