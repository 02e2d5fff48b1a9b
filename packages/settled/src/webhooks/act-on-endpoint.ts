import type { SqlExecutor } from "../ports/sql-executor.ts";
import type { WebhookEndpoint } from "../ports/webhook.ts";
import type { JsonObject } from "../run/json-value.ts";
import { auditEntryOf } from "./audit-entry-of.ts";
import type { DeskOptions, DeskRefusal, EndpointAct } from "./endpoint-act.ts";

/** What an act came to, and what the log says of it; null = nothing changed, so nothing is written down. */
export interface Acted<Answer> {
  readonly answer: Answer;
  readonly noted: { readonly action: `webhook.${string}`; readonly detail?: JsonObject } | null;
}

type Refused = DeskRefusal & { readonly because: "unknown" | "stale" };

/** One act on an endpoint in one transaction: held, in the version that was decided on, and written down. */
export function actOnEndpoint<Answer>(
  { ledger, workspaces, audit }: DeskOptions,
  act: EndpointAct,
  work: (tx: SqlExecutor, endpoint: WebhookEndpoint) => Promise<Acted<Answer>>,
): Promise<Answer | Refused> {
  const { workspaceId, id, actor, expectedVersion } = act;
  return workspaces.inWorkspace(workspaceId).transaction(async (tx): Promise<Answer | Refused> => {
    const endpoint = await ledger.findEndpoint(tx, { workspaceId, id }, { forUpdate: true });
    if (endpoint === null) return { kind: "refused", because: "unknown" };
    if (expectedVersion !== undefined && expectedVersion !== endpoint.version) {
      return { kind: "refused", because: "stale" };
    }
    const { answer, noted } = await work(tx, endpoint);
    if (noted !== null) await audit.record(tx, auditEntryOf(endpoint, { ...noted, actor }));
    return answer;
  });
}
