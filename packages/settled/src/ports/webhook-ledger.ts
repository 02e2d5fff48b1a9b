import type { WorkspaceId } from "../run/scope.ts";
import type { SqlExecutor } from "./sql-executor.ts";
import type {
  DeliveryRef,
  DisabledReason,
  EndpointRef,
  EndpointWish,
  PING,
  WebhookDelivery,
  WebhookEndpoint,
} from "./webhook.ts";

export interface NewSecret {
  readonly id: string;
  readonly prefix: string;
  /** Written, and never answered again. */
  readonly secret: string;
}

export interface NewPing extends DeliveryRef {
  readonly eventType: typeof PING;
  /** By the database's clock. */
  bodyAt(now: Date): string;
  readonly errandId: string;
}

/** Endpoints and their log as a workspace manages them, on the executor of the caller's transaction. */
export interface WebhookLedger {
  /** How many there are; nobody else counts those of this workspace until the transaction ends. */
  countEndpoints(on: SqlExecutor, workspaceId: WorkspaceId): Promise<number>;
  /** Oldest first. */
  listEndpoints(on: SqlExecutor, workspaceId: WorkspaceId): Promise<readonly WebhookEndpoint[]>;
  /** Held against other writers until the transaction ends, if `forUpdate` says so. */
  findEndpoint(
    on: SqlExecutor,
    endpoint: EndpointRef,
    options?: { readonly forUpdate: boolean },
  ): Promise<WebhookEndpoint | null>;
  insertEndpoint(on: SqlExecutor, endpoint: EndpointRef, wish: EndpointWish): Promise<void>;
  changeEndpoint(on: SqlExecutor, endpoint: EndpointRef, wish: EndpointWish): Promise<void>;
  /** Null = enabled, with no failures held against it. */
  switchEndpoint(
    on: SqlExecutor,
    endpoint: EndpointRef,
    disabledBecause: DisabledReason | null,
  ): Promise<void>;
  /** With its secrets; its log follows by and by. */
  removeEndpoint(on: SqlExecutor, endpoint: EndpointRef): Promise<void>;
  /** The new one is in force at once; those before it sign beside it until they expire. */
  addSecret(
    on: SqlExecutor,
    endpoint: EndpointRef,
    secret: NewSecret,
    othersExpireAfterMs: number,
  ): Promise<void>;
  /** A page of the log, newest first, behind the id of a delivery. */
  listDeliveries(
    on: SqlExecutor,
    page: {
      readonly endpoint: EndpointRef;
      readonly after: string | null;
      readonly limit: number;
    },
  ): Promise<readonly WebhookDelivery[]>;
  findDelivery(on: SqlExecutor, delivery: DeliveryRef): Promise<WebhookDelivery | null>;
  insertPing(on: SqlExecutor, ping: NewPing): Promise<WebhookDelivery>;
  /** Under way anew with the same id; null if it is under way already. */
  redeliver(
    on: SqlExecutor,
    delivery: DeliveryRef,
    errandId: string,
  ): Promise<WebhookDelivery | null>;
}
