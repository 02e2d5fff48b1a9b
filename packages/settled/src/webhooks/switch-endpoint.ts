import { actOnEndpoint } from "./act-on-endpoint.ts";
import type { DeskOptions, EndpointAct, EndpointAnswer } from "./endpoint-act.ts";

/** Enables an endpoint, with no failures held against it, or disables it. What it is already, it stays. */
export async function switchEndpoint(
  options: DeskOptions,
  act: EndpointAct,
  wish: "enable" | "disable",
): Promise<EndpointAnswer> {
  return actOnEndpoint<EndpointAnswer>(options, act, async (tx, endpoint) => {
    const isSo = (endpoint.disabled === null) === (wish === "enable");
    if (isSo) return { answer: { kind: "found", endpoint }, noted: null };
    await options.ledger.switchEndpoint(tx, endpoint, wish === "enable" ? null : "asked");
    const now = await options.ledger.findEndpoint(tx, endpoint);
    return {
      answer: { kind: "found", endpoint: now ?? endpoint },
      noted: { action: `webhook.${wish}` },
    };
  });
}
