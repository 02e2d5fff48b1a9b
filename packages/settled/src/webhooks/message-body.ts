import { PING, type EndpointRef, type WebhookEventType } from "../ports/webhook.ts";
import type { FeedEvent } from "../ports/webhook-post.ts";

/** The text that is sent and signed: names and positions of a run, and nothing of what it holds. */
export function runMessageBody(type: WebhookEventType, event: FeedEvent, baseUrl: string): string {
  const { workspaceId, environmentId, runId, operationType } = event.run;
  return JSON.stringify({
    type,
    timestamp: event.at.toISOString(),
    data: {
      workspace_id: workspaceId,
      run_id: runId,
      environment_id: environmentId,
      operation_type: operationType,
      status: event.to.status,
      outcome: event.to.outcome,
      version: event.version,
      sequence: event.sequence,
      href: `${baseUrl}/api/v1/workspaces/${encodeURIComponent(workspaceId)}/runs/${runId}`,
    },
  });
}

export function pingBody({ workspaceId, id }: EndpointRef, at: Date): string {
  return JSON.stringify({
    type: PING,
    timestamp: at.toISOString(),
    data: { workspace_id: workspaceId, webhook_id: id },
  });
}
