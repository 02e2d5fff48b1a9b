import type { SecretFace, WebhookDelivery, WebhookEndpoint } from "../ports/webhook.ts";
import type {
  DeliveryTry,
  EndpointFailures,
  FeedEvent,
  Subscription,
} from "../ports/webhook-post.ts";

interface EndpointRow {
  readonly workspace_id: WebhookEndpoint["workspaceId"];
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly event_types: WebhookEndpoint["eventTypes"];
  readonly environment_ids: WebhookEndpoint["environmentIds"];
  readonly since_sequence: string;
  readonly version: number;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly disabled_at: Date | null;
  readonly disabled_because: NonNullable<WebhookEndpoint["disabled"]>["because"] | null;
  readonly failing_since: Date | null;
  readonly failures_in_row: number;
  readonly secrets: readonly {
    readonly id: string;
    readonly prefix: string;
    readonly created_at: string;
    readonly expires_at: string | null;
  }[];
}

export function asEndpoint(row: unknown): WebhookEndpoint {
  const read = row as EndpointRow;
  return {
    workspaceId: read.workspace_id,
    id: read.id,
    url: read.url,
    description: read.description,
    eventTypes: read.event_types,
    environmentIds: read.environment_ids,
    version: read.version,
    createdAt: read.created_at,
    changedAt: read.changed_at,
    disabled:
      read.disabled_at === null || read.disabled_because === null
        ? null
        : { at: read.disabled_at, because: read.disabled_because },
    failing:
      read.failing_since === null
        ? null
        : { since: read.failing_since, failuresInRow: read.failures_in_row },
    secrets: read.secrets.map(({ id, prefix, created_at, expires_at }): SecretFace => ({
      id,
      prefix,
      createdAt: new Date(created_at),
      expiresAt: expires_at === null ? null : new Date(expires_at),
    })),
  };
}

interface DeliveryRow {
  readonly workspace_id: WebhookDelivery["workspaceId"];
  readonly endpoint_id: string;
  readonly id: string;
  readonly event_type: WebhookDelivery["eventType"];
  readonly sequence: string | null;
  readonly status: WebhookDelivery["status"];
  readonly tries: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly created_at: Date;
  readonly tried_at: Date | null;
  readonly ended_at: Date | null;
}

export function asDelivery(row: unknown): WebhookDelivery {
  const read = row as DeliveryRow;
  return {
    workspaceId: read.workspace_id,
    endpointId: read.endpoint_id,
    id: read.id,
    eventType: read.event_type,
    sequence: read.sequence,
    status: read.status,
    tries: read.tries,
    lastStatus: read.last_status,
    lastError: read.last_error,
    createdAt: read.created_at,
    triedAt: read.tried_at,
    endedAt: read.ended_at,
  };
}

interface FeedRow extends Pick<FeedEvent, "sequence" | "version" | "kind" | "from" | "to" | "at"> {
  readonly workspace_id: FeedEvent["run"]["workspaceId"];
  readonly environment_id: FeedEvent["run"]["environmentId"];
  readonly run_id: FeedEvent["run"]["runId"];
  readonly operation_type: string;
}

export function asFeedEvent(row: unknown): FeedEvent {
  const { workspace_id, environment_id, run_id, operation_type, ...event } = row as FeedRow;
  const run = {
    workspaceId: workspace_id,
    environmentId: environment_id,
    runId: run_id,
    operationType: operation_type,
  };
  return { ...event, run };
}

export function asSubscription(row: unknown): Subscription {
  const read = row as EndpointRow;
  return {
    workspaceId: read.workspace_id,
    id: read.id,
    eventTypes: read.event_types,
    environmentIds: read.environment_ids,
    sinceSequence: read.since_sequence,
  };
}

interface TryRow {
  readonly event_type: DeliveryTry["eventType"];
  readonly body: string;
  readonly tries: number;
  readonly at: Date;
  readonly url: string | null;
  readonly disabled_at: Date | null;
  readonly secrets: readonly string[];
}

export function asTry(row: unknown): Omit<DeliveryTry, "workspaceId" | "endpointId" | "id"> {
  const { event_type, body, tries, at, url, disabled_at, secrets } = row as TryRow;
  const endpoint = url === null ? null : { url, isDisabled: disabled_at !== null, secrets };
  return { eventType: event_type, body, number: tries, at, endpoint };
}

export function asFailures(row: unknown): EndpointFailures {
  const read = row as {
    readonly url: string;
    readonly failures_in_row: number;
    readonly is_disabled: boolean;
    readonly failing_for_ms: string;
  };
  return {
    url: read.url,
    failuresInRow: read.failures_in_row,
    isDisabled: read.is_disabled,
    failingForMs: Number(read.failing_for_ms),
  };
}
