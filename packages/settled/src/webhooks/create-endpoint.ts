import { v7 as uuidv7 } from "uuid";
import type { EndpointWish } from "../ports/webhook.ts";
import type { Actor } from "../run/actor.ts";
import { type WorkspaceId } from "../run/scope.ts";
import { SettledError } from "../run/settled-error.ts";
import { auditEntryOf } from "./audit-entry-of.ts";
import { makeSecret } from "./make-secret.ts";
import { readEndpointUrl } from "./read-endpoint-url.ts";
import type { DeskOptions, DeskRefusal, Disclosed } from "./endpoint-act.ts";

export const ENDPOINTS_MAX = 20;

export interface CreateInput {
  readonly workspaceId: WorkspaceId;
  readonly wish: EndpointWish;
  readonly actor: Actor;
}

/** A new endpoint with its first secret, which is said once. */
export async function createEndpoint(
  { ledger, workspaces, audit, rules }: DeskOptions,
  { workspaceId, wish, actor }: CreateInput,
): Promise<Disclosed | DeskRefusal> {
  const read = readEndpointUrl(wish.url, rules);
  if (read.kind === "refused") {
    return { kind: "refused", because: "url_not_allowed", words: read.words };
  }
  const ref = { workspaceId, id: uuidv7() };
  const kept = { ...wish, url: read.url.href };
  const { secret, prefix } = makeSecret();
  return workspaces.inWorkspace(workspaceId).transaction(async (tx) => {
    if ((await ledger.countEndpoints(tx, workspaceId)) >= ENDPOINTS_MAX) {
      return { kind: "refused", because: "too_many_endpoints", most: ENDPOINTS_MAX };
    }
    await ledger.insertEndpoint(tx, ref, kept);
    await ledger.addSecret(tx, ref, { id: uuidv7(), prefix, secret }, 0);
    const endpoint = await ledger.findEndpoint(tx, ref);
    if (endpoint === null) throw new SettledError("internal", "A new endpoint is not there.");
    const detail = { event_types: wish.eventTypes, environment_ids: wish.environmentIds };
    const act = { action: "webhook.create", actor, detail } as const;
    await audit.record(tx, auditEntryOf(endpoint, act));
    return { kind: "disclosed", endpoint, secret };
  });
}
