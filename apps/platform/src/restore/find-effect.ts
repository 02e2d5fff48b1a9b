import { matchesStep, type StepCheck } from "./matches-step.ts";
import type { RestoreDesk } from "./restore-desk.ts";
import type { StepOrder } from "./step-order.ts";

/** The one object that shows the step's effect; of several none is picked. */
export async function findEffect(
  desk: RestoreDesk,
  order: StepOrder,
  preIds: readonly string[] | null,
): Promise<string | null> {
  const { item, step, targetId, wanted, before } = order;
  const { target } = desk;
  const check: StepCheck = { item, step, wanted, before };
  if (targetId !== null) {
    const object = await target.read(item.type, targetId);
    return object !== null && matchesStep(check, object) ? targetId : null;
  }
  const stood = new Set(preIds);
  const found = [];
  for (const { id, name } of (await target.list(item.type)).objects) {
    if (id === null || stood.has(id) || name !== wanted.meta.name) continue;
    const object = await target.read(item.type, id);
    if (object !== null && matchesStep(check, object)) found.push(id);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
