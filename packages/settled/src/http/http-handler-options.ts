import type { Settled } from "../create-settled.ts";
import type { AccessPolicy } from "../ports/access-policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Logger } from "../ports/logger.ts";
import type { Initiator } from "../run/actor.ts";
import type { WorkspaceId } from "../run/scope.ts";
import type { BrowserSession } from "./browser-session.ts";

/** The part of a Settled that is served: reading, and what a person may have done. It executes no job. */
export type ServedSettled = Pick<
  Settled,
  | "catalog"
  | "reader"
  | "truth"
  | "answers"
  | "audit"
  | "start"
  | "cancel"
  | "reconcile"
  | "rerun"
  | "resolve"
>;

export interface NavigationLink {
  readonly label: string;
  /** A path of the same host, such as `/workspaces/north/reviews`; anything else is left out. */
  readonly href: string;
}

export interface Brand {
  readonly name: string;
  /** The path of the host's first page, the way out of every other one. No link unless it is a plain path. */
  readonly href?: string;
}

export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** Something counted on the way, such as the live worker leases. */
  readonly count?: number;
}

export interface HealthReport {
  readonly ready: boolean;
  readonly checks: readonly HealthCheck[];
}

export interface HttpHandlerOptions {
  readonly settled: ServedSettled;
  /** Who asks; null = nobody that is known. Must leave the body of the request unread. */
  resolveActor(request: Request): Promise<Initiator | null>;
  readonly policy: AccessPolicy;
  /** The path in front of every address of ours, as requests bear it: `/settled`. None unless said. */
  readonly basePath?: string;
  readonly brand?: Brand;
  /** More links for the head of the pages of a workspace. */
  linksFor?(workspaceId: WorkspaceId): readonly NavigationLink[];
  /** Where pages send a reader who is not signed in; without it they answer 401. */
  readonly signInPath?: string;
  /** How pages are signed in, for the OpenAPI document; without it that names bearer tokens alone. */
  readonly browserSession?: BrowserSession;
  /** What else must hold before this process is ready: migrations applied, workers alive. */
  health?(): Promise<HealthReport>;
  /** Requests that may wait for runs at the same time; 100 unless said. More are told to come back later. */
  readonly waitsMax?: number;
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** The time that "3 minutes ago" is counted from. */
  now?(): Date;
}
