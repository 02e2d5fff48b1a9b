import { v7 as uuidv7 } from "uuid";
import { PING } from "../ports/webhook.ts";
import { actOnEndpoint } from "./act-on-endpoint.ts";
import { pingBody } from "./message-body.ts";
import type { DeliveryAnswer, DeskOptions, EndpointAct } from "./endpoint-act.ts";

/** Sends one message that tells of no run; the log of the endpoint shows what became of it. */
export async function pingEndpoint(
  options: DeskOptions,
  act: EndpointAct,
): Promise<DeliveryAnswer> {
  return actOnEndpoint<DeliveryAnswer>(options, act, async (tx, endpoint) => {
    const { workspaceId, id: endpointId } = endpoint;
    const delivery = await options.ledger.insertPing(tx, {
      workspaceId,
      endpointId,
      id: uuidv7(),
      eventType: PING,
      bodyAt: (now) => pingBody(endpoint, now),
      errandId: uuidv7(),
    });
    return {
      answer: { kind: "under_way", delivery },
      noted: { action: "webhook.test", detail: { delivery_id: delivery.id } },
    };
  });
}
