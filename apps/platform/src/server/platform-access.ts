import { type AccessPolicy, type Clock, type Logger, SettledError } from "settled";
import { createAccessPolicy } from "../access/create-access-policy.ts";
import { type ActorFinder, createActorFinder } from "../access/find-actor.ts";
import { createOpenIdProvider, type OpenIdProvider } from "../access/openid-provider.ts";
import { createTryLimits, type TryLimits, type TrySettings } from "../access/try-limits.ts";
import type { Platform } from "../platform.ts";
import { findEnvironment } from "../store/environment.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { ServerSettings } from "./server-settings.ts";

export interface PlatformAccessOptions {
  readonly platform: Platform;
  readonly bootstrapToken: string | null;
  readonly settings: ServerSettings;
  readonly tries?: TrySettings;
  readonly clock: Clock;
  readonly logger: Logger;
  addressOf(request: Request): string;
}

/** Who is known here, what they may do, and how they sign in. */
export interface PlatformAccess {
  readonly actors: ActorFinder;
  readonly policy: AccessPolicy;
  readonly limits: TryLimits;
  readonly openId: OpenIdProvider | null;
  readonly bootstrapToken: string | null;
  readonly publicUrl: string | null;
  addressOf(request: Request): string;
}

const TOKEN_CHARS_MIN = 16;

export function openPlatformAccess(options: PlatformAccessOptions): PlatformAccess {
  const { platform, bootstrapToken, settings, clock, logger, addressOf } = options;
  if (bootstrapToken !== null && bootstrapToken.length < TOKEN_CHARS_MIN) {
    throw new SettledError(
      "invalid_configuration",
      `The owner token has at least ${TOKEN_CHARS_MIN} characters, so that it cannot be guessed. Set a longer SETTLED_BOOTSTRAP_TOKEN, or none.`,
    );
  }
  const { database } = platform;
  const limits = createTryLimits(options.tries);
  const actors = createActorFinder({
    database,
    bootstrapToken,
    clock,
    tokenTries: limits.ofTokens,
    addressOf,
  });
  const policy = createAccessPolicy({
    rightsOf: (actor) => actors.rightsOf(actor),
    async exists(scope) {
      const on = database.inWorkspace(scope.workspaceId);
      if (scope.environmentId !== null) return (await findEnvironment(on, scope)) !== null;
      return (await findWorkspace(on, scope.workspaceId)) !== null;
    },
    logger,
  });
  const { openId, publicUrl } = settings;
  return {
    actors,
    policy,
    limits,
    openId: openId === null ? null : createOpenIdProvider(openId, logger),
    bootstrapToken,
    publicUrl,
    addressOf,
  };
}
