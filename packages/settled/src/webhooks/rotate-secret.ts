import { v7 as uuidv7 } from "uuid";
import { actOnEndpoint } from "./act-on-endpoint.ts";
import { makeSecret } from "./make-secret.ts";
import type { DeskOptions, DeskRefusal, Disclosed, EndpointAct } from "./endpoint-act.ts";

/** Each signs every message, so that there is an end to them. */
export const SECRETS_MAX = 5;

/** Puts a new secret in force, which is said once; those before it sign beside it until the overlap is over. */
export async function rotateSecret(
  options: DeskOptions,
  act: EndpointAct,
  overlapMs: number,
): Promise<Disclosed | DeskRefusal> {
  return actOnEndpoint<Disclosed | DeskRefusal>(options, act, async (tx, endpoint) => {
    if (endpoint.secrets.length >= SECRETS_MAX && overlapMs > 0) {
      const because = "too_many_secrets";
      return { answer: { kind: "refused", because, most: SECRETS_MAX }, noted: null };
    }
    const { secret, prefix } = makeSecret();
    await options.ledger.addSecret(tx, endpoint, { id: uuidv7(), prefix, secret }, overlapMs);
    const now = await options.ledger.findEndpoint(tx, endpoint);
    return {
      answer: { kind: "disclosed", endpoint: now ?? endpoint, secret },
      noted: { action: "webhook.rotate", detail: { prefix, overlap_ms: overlapMs } },
    };
  });
}
