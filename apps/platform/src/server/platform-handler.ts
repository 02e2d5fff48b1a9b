import { join } from "node:path";
import { type Clock, type Logger, SILENT_LOGGER, SYSTEM_CLOCK } from "settled";
import { createHttpHandler, docsRoutes, type HttpHandler, type Route } from "settled/http";
import { consoleRoutes } from "settled-console";
import { SESSION_COOKIE } from "../access/session-cookie.ts";
import type { TrySettings } from "../access/try-limits.ts";
import { CONSOLE } from "../console-path.ts";
import type { Platform } from "../platform.ts";
import { resourceRoutes } from "./api/resource-routes.ts";
import { createDocsAssets } from "./docs-assets.ts";
import { memberRoutes } from "./member-routes.ts";
import { meRoutes } from "./me-routes.ts";
import { MOVED_PAGES } from "./moved-pages.ts";
import { openIdRoutes } from "./openid-routes.ts";
import { packRoutes } from "./pack-routes.ts";
import { openPlatformAccess, type PlatformAccess } from "./platform-access.ts";
import { HOME_PATH } from "./return-path.ts";
import { roleChecks } from "./role-checks.ts";
import { PLAIN_SETTINGS, type ServerSettings } from "./server-settings.ts";
import { SIGN_IN_PATH, SIGN_OUT_PATH, signInRoutes } from "./sign-in-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { welcomeRoutes } from "./welcome-routes.ts";
import { workspaceRoutes } from "./workspace-routes.ts";

export interface PlatformHandlerOptions {
  readonly platform: Platform;
  /** A token of the installation's owner, for automation; null = there is none. */
  readonly token: string | null;
  /** Passwords alone, and no proxy in front, unless said. */
  readonly settings?: ServerSettings;
  /** How often wrong passwords and tokens may be tried. */
  readonly tries?: TrySettings;
  /** The folder below which owners may name exports to read; none may be named unless said. */
  readonly importRoot?: string;
  readonly logger?: Logger;
  readonly clock?: Clock;
  /** Fires when the server shuts down: open streams and waits are answered. */
  readonly closing?: AbortSignal;
  /** The time that "3 minutes ago" is counted from. */
  now?(): Date;
  /** Where a request comes from, by which wrong tries are counted; all together unless said. */
  addressOf?(request: Request): string;
}

const CONSOLE_FOLDER = join(import.meta.dirname, "../../console/dist");
const BRAND = "Settled platform";

/** The platform's one `fetch`: its own routes and the library's, behind its sign-in. Needs no port. */
export function createPlatformHandler(options: PlatformHandlerOptions): HttpHandler {
  const { platform, settings = PLAIN_SETTINGS, now = () => new Date() } = options;
  const access = openAccess(options);
  return createHttpHandler(
    {
      settled: platform.settled,
      brand: { name: BRAND, href: HOME_PATH },
      resolveActor: (request) => access.actors.resolveActor(request),
      turnAway: (request) => access.actors.waitS(request),
      policy: access.policy,
      runPagesAt: CONSOLE,
      signInPath: SIGN_IN_PATH,
      signOutPath: SIGN_OUT_PATH,
      frameAncestors: settings.frameAncestors,
      browserSession: { cookie: SESSION_COOKIE, header: "Settled-Request" },
      async health() {
        return { ready: true, checks: await roleChecks(platform.database) };
      },
      now,
      ...(options.logger === undefined ? {} : { logger: options.logger }),
      ...(options.clock === undefined ? {} : { clock: options.clock }),
      ...(options.closing === undefined ? {} : { closing: options.closing }),
    },
    platformRoutes(platform, access, { importRoot: options.importRoot ?? null }),
  );
}

/** Every address of the platform beside the library's own. */
export function platformRoutes(
  platform: Platform,
  access: PlatformAccess,
  { importRoot }: { readonly importRoot: string | null },
): readonly Route[] {
  return [
    ...signInRoutes(platform, access),
    ...(access.openId === null ? [] : openIdRoutes(platform, access.openId)),
    ...welcomeRoutes(platform, access),
    ...meRoutes(platform, access),
    ...workspaceRoutes(platform),
    ...memberRoutes(platform, access),
    ...tokenRoutes(platform, access),
    ...packRoutes(platform),
    ...MOVED_PAGES,
    ...resourceRoutes(platform, { importRoot }),
    ...docsRoutes(createDocsAssets()),
    ...consoleRoutes({ brand: BRAND, signIn: SIGN_IN_PATH, folder: CONSOLE_FOLDER }),
  ];
}

export function openAccess(options: PlatformHandlerOptions): PlatformAccess {
  const { platform, token, tries, settings = PLAIN_SETTINGS } = options;
  return openPlatformAccess({
    platform,
    bootstrapToken: token,
    settings,
    clock: options.clock ?? SYSTEM_CLOCK,
    logger: options.logger ?? SILENT_LOGGER,
    addressOf: (request) => options.addressOf?.(request) ?? "anywhere",
    ...(tries === undefined ? {} : { tries }),
  });
}
