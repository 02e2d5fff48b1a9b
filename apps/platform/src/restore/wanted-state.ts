import type { DesiredState } from "./desired-state.ts";
import { mapReferences } from "./find-references.ts";
import type { PlannedItem } from "./restore-plan.ts";

/** The state that an item asks for, in the ids of the target; `createdIds` = what items of this plan became. */
export function wantedState(
  item: PlannedItem,
  desired: DesiredState,
  createdIds: ReadonlyMap<number, string>,
): DesiredState {
  const meaning = new Map(
    item.mappings.map((mapping) => [
      `${mapping.kind} ${mapping.from}`,
      mapping.by === "created_item" ? (createdIds.get(mapping.itemNo) ?? null) : mapping.to,
    ]),
  );
  return mapReferences(desired, ({ kind, id }) => meaning.get(`${kind} ${id}`) ?? null);
}
