import type { EnvironmentId, RunId, WorkspaceId } from "../run/scope.ts";

/** What an endpoint can be told of runs. */
export const WEBHOOK_EVENT_TYPES = [
  "operation_run.created",
  "operation_run.started",
  "operation_run.succeeded",
  "operation_run.partially_succeeded",
  "operation_run.blocked",
  "operation_run.attention_required",
  "operation_run.failed",
  "operation_run.cancelled",
  "operation_run.reconciled",
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/** Sent when somebody asks whether the endpoint can be reached; nobody subscribes to it. */
export const PING = "ping";

/** `asked` = by a person; `gone` = the receiver answered 410; `only_failures` = nothing arrived for days. */
export const DISABLED_REASONS = ["asked", "gone", "only_failures"] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** `failed` = the last try failed and another one comes; `given_up` = none comes. */
export const DELIVERY_STATUSES = ["pending", "delivered", "failed", "given_up"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface EndpointRef {
  readonly workspaceId: WorkspaceId;
  readonly id: string;
}

/** What its owner says about an endpoint. */
export interface EndpointWish {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly WebhookEventType[];
  /** Null = every environment, and the runs of the whole workspace. */
  readonly environmentIds: readonly EnvironmentId[] | null;
}

/** A secret as it may be shown: never the whole of it. */
export interface SecretFace {
  readonly id: string;
  readonly prefix: string;
  readonly createdAt: Date;
  /** Null = the one in force. */
  readonly expiresAt: Date | null;
}

export interface WebhookEndpoint extends EndpointRef, EndpointWish {
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly disabled: { readonly at: Date; readonly because: DisabledReason } | null;
  /** Since when every try has failed, and how many. */
  readonly failing: { readonly since: Date; readonly failuresInRow: number } | null;
  /** Those that have not expired, newest first. */
  readonly secrets: readonly SecretFace[];
}

export interface DeliveryRef {
  readonly workspaceId: WorkspaceId;
  readonly endpointId: string;
  readonly id: string;
}

/** One message to one endpoint, and what became of it. */
export interface WebhookDelivery extends DeliveryRef {
  readonly eventType: WebhookEventType | typeof PING;
  /** Of the event in the log of runs; null for a ping. */
  readonly sequence: string | null;
  readonly status: DeliveryStatus;
  readonly tries: number;
  readonly lastStatus: number | null;
  /** Why the last try failed, in plain words. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly triedAt: Date | null;
  /** When it was delivered or given up. */
  readonly endedAt: Date | null;
}

/** What a message says: names and positions, and nothing of what a run holds. */
export interface ToldRun {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId | null;
  readonly runId: RunId;
  readonly operationType: string;
}
