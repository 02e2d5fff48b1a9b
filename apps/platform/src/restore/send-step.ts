import { withState } from "./access-state.ts";
import type { RestoreTarget, WriteAnswer } from "./restore-target.ts";
import type { StepOrder } from "./step-order.ts";

/** Sends the one request of a step. */
export function sendStep(target: RestoreTarget, order: StepOrder): Promise<WriteAnswer> {
  const { item, step, wanted, targetId, approvalCode } = order;
  const { content, meta, assignment } = wanted;
  const { type } = item;
  if (targetId === null) return target.create(type, { content, meta }, { approvalCode });
  switch (step) {
    case "create":
    case "update":
      return target.update(type, targetId, { content, meta, approvalCode });
    case "assign":
      return target.assign(type, targetId, { targets: assignment ?? [], approvalCode });
    case "state": {
      const enforced = item.finalState === null ? content : withState(content, item.finalState);
      return target.update(type, targetId, { content: enforced, meta, approvalCode });
    }
  }
}
