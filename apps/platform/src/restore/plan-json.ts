import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { IdentityProof } from "./prove-identity.ts";
import type { PlannedItem, RestorePlan } from "./restore-plan.ts";
import { planWords } from "./restore-words.ts";

/** How many items of a plan would be written, and how many not. */
export function planCounts(plan: RestorePlan) {
  const writes = plan.items.filter(({ action }) => action !== "skip");
  const hindered = writes.filter((item) => item.hindered);
  return {
    would_write: writes.length - hindered.length,
    not_attempted: hindered.length,
    as_wanted_already: plan.items.length - writes.length,
  };
}

/** A plan as it is shown before anything is written. */
export function planJson(plan: RestorePlan, identity: IdentityProof) {
  return {
    snapshot_id: plan.snapshotId,
    plan_hash: plan.planHash,
    ca_state: plan.options.accessState,
    identity,
    summary: planCounts(plan),
    items: plan.items.map(itemJson),
  };
}

/** What is planned for an item, and what of it is told again when it is done. */
export function plannedItemJson(item: PlannedItem) {
  return {
    no: item.itemNo,
    type: item.type,
    type_label: typeLabel(item.type as ItemType),
    item_key: item.itemKey,
    name: item.name,
    action: item.action,
    steps: item.steps,
    depends_on: item.dependsOn,
  };
}

function itemJson(item: PlannedItem) {
  return {
    ...plannedItemJson(item),
    attempted: !item.hindered && item.steps.length > 0,
    reason: item.reason,
    why: planWords(item.reason),
    detail: item.detail,
    target_id: item.targetId,
    mappings: item.mappings,
  };
}
