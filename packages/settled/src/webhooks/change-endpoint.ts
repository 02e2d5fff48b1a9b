import type { EndpointWish } from "../ports/webhook.ts";
import { actOnEndpoint } from "./act-on-endpoint.ts";
import { readEndpointUrl } from "./read-endpoint-url.ts";
import type { DeskOptions, EndpointAct, EndpointAnswer } from "./endpoint-act.ts";

/** What is left out stays as it is. */
export type EndpointChange = Partial<EndpointWish>;

export async function changeEndpoint(
  options: DeskOptions,
  act: EndpointAct,
  change: EndpointChange,
): Promise<EndpointAnswer> {
  return actOnEndpoint<EndpointAnswer>(options, act, async (tx, endpoint) => {
    const { url, description, eventTypes, environmentIds } = endpoint;
    const wish: EndpointWish = { url, description, eventTypes, environmentIds, ...change };
    const read = readEndpointUrl(wish.url, options.rules);
    if (read.kind === "refused") {
      const answer = { kind: "refused", because: "url_not_allowed", words: read.words } as const;
      return { answer, noted: null };
    }
    await options.ledger.changeEndpoint(tx, endpoint, { ...wish, url: read.url.href });
    const now = await options.ledger.findEndpoint(tx, endpoint);
    return {
      answer: { kind: "found", endpoint: now ?? endpoint },
      noted: { action: "webhook.change", detail: { changed: Object.keys(change) } },
    };
  });
}
