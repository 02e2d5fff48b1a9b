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
  | "tail"
  | "audit"
  | "start"
  | "cancel"
  | "reconcile"
  | "rerun"
  | "resolve"
> &
  Partial<Pick<Settled, "webhooks" | "surroundings" | "views" | "watch">>;

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
  /** How long ago it was last so, in seconds. */
  readonly ageS?: number;
}

export interface HealthReport {
  readonly ready: boolean;
  readonly checks: readonly HealthCheck[];
}

export interface HttpHandlerOptions {
  readonly settled: ServedSettled;
  /** Who asks; null = nobody that is known. Must leave the body of the request unread. */
  resolveActor(request: Request): Promise<Initiator | null>;
  /** The seconds that a request must wait before anybody asks who sent it, as where tokens are guessed; 0 = none. */
  turnAway?(request: Request): Promise<number>;
  readonly policy: AccessPolicy;
  /** The path in front of every address of ours, as requests bear it: `/settled`. None unless said. */
  readonly basePath?: string;
  /**
   * The path below which the host has its own pages for runs, as the console has: `/console`. The links of runs lead
   * there, and the plain pages are not served. None unless said.
   */
  readonly runPagesAt?: string;
  readonly brand?: Brand;
  /** More links for the head of the pages of a workspace. */
  linksFor?(workspaceId: WorkspaceId): readonly NavigationLink[];
  /** Where pages send a reader who is not signed in; without it they answer 401. */
  readonly signInPath?: string;
  /** Where the pages' form for signing out is sent to; without it they have none. */
  readonly signOutPath?: string;
  /** Who may show the pages in a frame: `'self'` or origins such as `https://portal.example`. Nobody unless said. */
  readonly frameAncestors?: readonly string[];
  /** How pages are signed in, for the OpenAPI document; without it that names bearer tokens alone. */
  readonly browserSession?: BrowserSession;
  /** What else must hold before this process is ready, beside what the library knows: database, migrations, workers. */
  health?(): Promise<HealthReport>;
  /** Requests that may wait for runs at the same time; 100 unless said. More are told to come back later. */
  readonly waitsMax?: number;
  /** Streams that may be open at the same time; 2,000 unless said. */
  readonly streamsMax?: number;
  /** Streams that one actor may have open at the same time; 20 unless said. */
  readonly streamsOfActorMax?: number;
  /** Fires when the host shuts down: what is open is told so and ends. */
  readonly closing?: AbortSignal;
  /** Exports that may be written at the same time; 4 unless said. */
  readonly exportsMax?: number;
  /** Runs in one export; 100,000 unless said. One that has more says that it is cut off. */
  readonly exportRunsMax?: number;
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** The time that "3 minutes ago" is counted from. */
  now?(): Date;
}
