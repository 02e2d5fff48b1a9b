import { type Clock, type Initiator, type Logger, SettledError } from "settled";
import { createHttpHandler, docsRoutes, type HttpHandler } from "settled/http";
import type { Platform } from "../platform.ts";
import { hasLiveWorker } from "../store/live-workers.ts";
import { resourceRoutes } from "./api/resource-routes.ts";
import { environmentRoutes } from "./environment-routes.ts";
import { createDocsAssets } from "./docs-assets.ts";
import { createOwnerPolicy } from "./owner-policy.ts";
import { createOwnerSession, SESSION_COOKIE } from "./owner-session.ts";
import { packRoutes } from "./pack-routes.ts";
import { restoreRoutes } from "./restore-routes.ts";
import { SIGN_IN_PATH, signInRoutes } from "./sign-in-routes.ts";

export interface PlatformHandlerOptions {
  readonly platform: Platform;
  /** The owner token: a bearer token for programs, exchanged for a cookie by people. */
  readonly token: string;
  /** The folder below which owners may name exports to read; none may be named unless said. */
  readonly importRoot?: string;
  readonly logger?: Logger;
  /** The time that sessions, waits and "3 minutes ago" are counted by. */
  now?(): Date;
  /** The clock that waiting for a run is measured by. */
  readonly clock?: Clock;
}

const OWNER: Initiator = { kind: "operator", id: "owner", name: "Owner" };
const TOKEN_CHARS_MIN = 16;

/** The platform's one `fetch`: its own routes and the library's, behind the owner's sign-in. Needs no port. */
export function createPlatformHandler(options: PlatformHandlerOptions): HttpHandler {
  const { platform, token, logger, clock, now = () => new Date() } = options;
  if (token.length < TOKEN_CHARS_MIN) {
    throw new SettledError(
      "invalid_configuration",
      `The owner token has at least ${TOKEN_CHARS_MIN} characters, so that it cannot be guessed. Set a longer SETTLED_BOOTSTRAP_TOKEN, or none to have one made.`,
    );
  }
  const session = createOwnerSession(token, now);
  return createHttpHandler(
    {
      settled: platform.settled,
      brand: { name: "Settled platform", href: "/workspaces" },
      resolveActor: async (request) => (session.isOwner(request) ? OWNER : null),
      policy: createOwnerPolicy(platform.database),
      linksFor: (workspaceId) => [
        { label: "Environments", href: `/workspaces/${workspaceId}` },
        { label: "All workspaces", href: "/workspaces" },
      ],
      signInPath: SIGN_IN_PATH,
      browserSession: { cookie: SESSION_COOKIE },
      async health() {
        const workers = await hasLiveWorker(platform.database);
        // Pages and starts work without one; a run then waits, and says so.
        return { ready: true, checks: [{ name: "a worker is alive", ok: workers }] };
      },
      now,
      ...(logger === undefined ? {} : { logger }),
      ...(clock === undefined ? {} : { clock }),
    },
    [
      ...signInRoutes(session, now),
      ...environmentRoutes(platform),
      ...packRoutes(platform),
      ...restoreRoutes(platform),
      ...resourceRoutes(platform, { importRoot: options.importRoot ?? null }),
      ...docsRoutes(createDocsAssets()),
    ],
  );
}
