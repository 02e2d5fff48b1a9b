import { v7 as uuidv7 } from "uuid";
import { type DeliveryRef, PING } from "../ports/webhook.ts";
import type { Actor } from "../run/actor.ts";
import { actOnEndpoint } from "./act-on-endpoint.ts";
import type { DeliveryAnswer, DeskOptions } from "./endpoint-act.ts";

/** Sends once more what was delivered or given up. It keeps its id, so that a receiver knows it again. */
export async function redeliverMessage(
  options: DeskOptions,
  ref: DeliveryRef,
  actor: Actor,
): Promise<DeliveryAnswer> {
  const act = { workspaceId: ref.workspaceId, id: ref.endpointId, actor };
  return actOnEndpoint<DeliveryAnswer>(options, act, async (tx, endpoint) => {
    const found = await options.ledger.findDelivery(tx, ref);
    if (found === null) return refused("unknown");
    if (endpoint.disabled !== null && found.eventType !== PING) return refused("disabled");
    const delivery = await options.ledger.redeliver(tx, ref, uuidv7());
    if (delivery === null) return refused("under_way");
    return {
      answer: { kind: "under_way", delivery },
      noted: { action: "webhook.redeliver", detail: { delivery_id: ref.id } },
    };
  });
}

function refused(because: "unknown" | "disabled" | "under_way") {
  return { answer: { kind: "refused", because }, noted: null } as const;
}
