import type { RunPosition } from "../run/run-position.ts";
import type { RunEventKind } from "../run/run-event.ts";
import type { WorkspaceId } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";
import type {
  DeliveryRef,
  DisabledReason,
  EndpointRef,
  PING,
  ToldRun,
  WebhookEventType,
} from "./webhook.ts";

/** An event of the log that endpoints may want, with what a message says of its run. */
export interface FeedEvent {
  readonly run: ToldRun;
  readonly sequence: string;
  readonly version: number;
  readonly kind: RunEventKind;
  readonly from: RunPosition | null;
  readonly to: RunPosition;
  readonly at: Date;
}

/** What an endpoint asked to hear. */
export interface Subscription extends EndpointRef {
  readonly eventTypes: readonly WebhookEventType[];
  readonly environmentIds: readonly string[] | null;
  /** It was made, or enabled, at this place of the log: what was written before is not for it. */
  readonly sinceSequence: string;
}

export interface NewDelivery extends DeliveryRef {
  readonly eventType: WebhookEventType;
  readonly sequence: string;
  readonly body: string;
  readonly errandId: string;
}

export interface WaitingDelivery extends DeliveryRef {
  readonly eventType: WebhookEventType | typeof PING;
  readonly errandId: string;
}

/** One try to deliver, as it begins. */
export interface DeliveryTry extends DeliveryRef {
  readonly eventType: WebhookEventType | typeof PING;
  readonly body: string;
  /** Counts from 1 over all tries of the delivery. */
  readonly number: number;
  /** By the database's clock: the time that is signed. */
  readonly at: Date;
  /** Null = it was removed. */
  readonly endpoint: {
    readonly url: string;
    readonly isDisabled: boolean;
    /** All that are in force, the newest first. */
    readonly secrets: readonly string[];
  } | null;
}

export interface TryEnd {
  readonly status: "delivered" | "failed" | "given_up";
  readonly httpStatus: number | null;
  readonly error: string | null;
}

export interface EndpointFailures {
  readonly failingForMs: number;
  readonly failuresInRow: number;
  readonly isDisabled: boolean;
  readonly url: string;
}

/** What workers need to feed events to endpoints and to deliver them; it serves every workspace. */
export interface WebhookPost {
  /** Takes events out of the outbox; they are back if the transaction does not commit. */
  takeEvents(on: SqlExecutor, limit: number): Promise<readonly FeedEvent[]>;
  /** The enabled endpoints of these workspaces. */
  listSubscriptions(
    on: SqlExecutor,
    workspaceIds: readonly WorkspaceId[],
  ): Promise<readonly Subscription[]>;
  /** One that is there already stays as it is. */
  insertDeliveries(on: SqlExecutor, deliveries: readonly NewDelivery[]): Promise<void>;
  /** Takes deliveries that no engine knows of yet and notes that one does, unless the transaction does not commit. */
  takeWaiting(on: SqlExecutor, limit: number): Promise<readonly WaitingDelivery[]>;
  /** Counts a try; null if there is nothing more to try, or another errand has taken the delivery over. */
  beginTry(delivery: DeliveryRef, errandId: string): Promise<DeliveryTry | null>;
  /** What became of a try. A failure is not written over what a later try has found. */
  endTry(on: SqlExecutor, attempt: DeliveryTry, end: TryEnd): Promise<void>;
  /** Gives a delivery up that its errand has left. */
  giveUp(delivery: DeliveryRef, errandId: string, error: string): Promise<void>;
  noteSuccess(on: SqlExecutor, endpoint: EndpointRef): Promise<void>;
  /** Null if the endpoint was removed. */
  noteFailure(on: SqlExecutor, endpoint: EndpointRef): Promise<EndpointFailures | null>;
  disable(on: SqlExecutor, endpoint: EndpointRef, because: DisabledReason): Promise<void>;
  /** Old deliveries, and secrets that have expired; answers how many rows went. */
  forget(options: { readonly olderThanMs: number; readonly limit: number }): Promise<number>;
}
