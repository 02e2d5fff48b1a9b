import { actOnEndpoint } from "./act-on-endpoint.ts";
import type { DeskOptions, DeskRefusal, EndpointAct } from "./endpoint-act.ts";

/** The endpoint and its secrets go at once; what was on its way to it is given up. */
export async function removeEndpoint(
  options: DeskOptions,
  act: EndpointAct,
): Promise<{ readonly kind: "removed" } | DeskRefusal> {
  return actOnEndpoint(options, act, async (tx, endpoint) => {
    await options.ledger.removeEndpoint(tx, endpoint);
    return { answer: { kind: "removed" } as const, noted: { action: "webhook.remove" } };
  });
}
