import type { SnapshotPolicies, SnapshotPolicy } from "../snapshot/snapshot-policy.ts";
import { findReferences } from "./find-references.ts";
import { keyOfItem, matchTargets } from "./match-targets.ts";
import type { PlanInput } from "./plan-restore.ts";
import type { PlanOptions } from "./restore-plan.ts";
import type { RestoreTarget, TargetListing, TargetObject } from "./restore-target.ts";

export interface PlanRequest {
  readonly snapshot: SnapshotPolicies;
  readonly selected: ReadonlySet<string> | null;
  readonly options: PlanOptions;
  readonly known: ReadonlyMap<string, string>;
}

/** Looks at everything in the target that the plan depends on: the listings of its types, and what was matched. */
export async function gatherPlanInput(
  target: RestoreTarget,
  request: PlanRequest,
): Promise<PlanInput> {
  const { snapshot, selected, options, known } = request;
  const { policies } = snapshot;
  const chosen = policies.filter(({ item }) => selected?.has(keyOfItem(item)) ?? true);
  const types = new Set(chosen.flatMap((policy) => [policy.item.type, ...typesReferredTo(policy)]));
  const listings = new Map<string, TargetListing>();
  for (const type of types) listings.set(type, await target.list(type));
  // Names must be unique among all policies of the snapshot, not only among the chosen ones.
  const matches = matchTargets({ policies, listings, known });
  const currents = new Map<string, TargetObject>();
  for (const { item } of chosen) {
    const match = matches.get(keyOfItem(item));
    if (match?.kind !== "found") continue;
    const object = await target.read(item.type, match.id);
    if (object !== null) currents.set(keyOfItem(item), object);
  }
  return {
    snapshotId: snapshot.snapshot.snapshotId,
    policies,
    selected,
    listings,
    matches,
    currents,
    options,
  };
}

function typesReferredTo({ content, assignment, meta }: SnapshotPolicy): readonly string[] {
  if (content === null || meta === null) return [];
  return findReferences({ content, assignment, meta }).map(({ kind }) => kind);
}
