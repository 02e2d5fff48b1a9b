import type { AuditLog } from "../ports/audit-log.ts";
import type { WorkspaceTransactions } from "../ports/sql-executor.ts";
import type { EndpointRef, WebhookDelivery, WebhookEndpoint } from "../ports/webhook.ts";
import type { WebhookLedger } from "../ports/webhook-ledger.ts";
import type { Actor } from "../run/actor.ts";
import type { AddressRules } from "./webhook-settings.ts";

export interface DeskOptions {
  readonly ledger: WebhookLedger;
  readonly workspaces: WorkspaceTransactions;
  readonly audit: AuditLog;
  readonly rules: AddressRules;
}

/** An act on one endpoint: who does it, and on which version they decided it; any version unless one is named. */
export interface EndpointAct extends EndpointRef {
  readonly actor: Actor;
  readonly expectedVersion?: number;
}

export type DeskRefusal =
  | { readonly kind: "refused"; readonly because: "unknown" | "stale" | "disabled" | "under_way" }
  | {
      readonly kind: "refused";
      readonly because: "too_many_endpoints" | "too_many_secrets";
      readonly most: number;
    }
  | { readonly kind: "refused"; readonly because: "url_not_allowed"; readonly words: string };

/** The whole secret: said here, and never again. */
export interface Disclosed {
  readonly kind: "disclosed";
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

export type EndpointAnswer =
  | { readonly kind: "found"; readonly endpoint: WebhookEndpoint }
  | DeskRefusal;
export type DeliveryAnswer =
  | { readonly kind: "under_way"; readonly delivery: WebhookDelivery }
  | DeskRefusal;

export interface DeliveryPage {
  readonly deliveries: readonly WebhookDelivery[];
  /** The id that the next page is behind; null on the last. */
  readonly next: string | null;
}
