import type { Logger } from "settled";
import * as openid from "openid-client";

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Where the provider sends people back to; registered there. */
  readonly redirectUrl: string;
}

/** What the browser keeps while its owner is at the provider. It binds the answer to this browser and this sign-in. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

/** Whom the provider vouches for. */
export interface OpenIdClaims {
  readonly issuer: string;
  readonly subject: string;
  /** Null = the provider names none, or did not verify it. */
  readonly verifiedEmail: string | null;
}

export interface OpenIdProvider {
  /** Where the browser goes, and what it keeps meanwhile. */
  begin(back: string): Promise<{ readonly location: string; readonly pending: PendingSignIn }>;
  /** Null = the provider's answer is not one to this sign-in, or it refused. */
  finish(query: string, pending: PendingSignIn): Promise<OpenIdClaims | null>;
}

/** Code flow with PKCE, state and nonce. The provider is asked who it is at the first sign-in, not before. */
export function createOpenIdProvider(settings: OpenIdSettings, logger: Logger): OpenIdProvider {
  let discovered: Promise<openid.Configuration> | undefined;

  /** A provider that was not there the first time is asked again the next time. */
  function configuration(): Promise<openid.Configuration> {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  }

  return {
    async begin(back) {
      const config = await configuration();
      const pending: PendingSignIn = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        back,
      };
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUrl,
        scope: settings.scopes,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: "S256",
      });
      return { location: url.href, pending };
    },
    async finish(query, { state, nonce, verifier }) {
      const config = await configuration();
      // The address as it is registered: behind a proxy this server knows itself by another one.
      const answered = new URL(settings.redirectUrl);
      answered.search = query;
      try {
        const tokens = await openid.authorizationCodeGrant(config, answered, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await claimsOf(config, tokens);
      } catch (error) {
        logger.warn({ error }, "the answer of the OpenID provider was refused");
        return null;
      }
    },
  };
}

const REQUEST_TIMEOUT_S = 10;

async function discover(settings: OpenIdSettings): Promise<openid.Configuration> {
  const issuer = new URL(settings.issuer);
  // The settings let plain text through for this machine's own addresses alone.
  const execute = issuer.protocol === "http:" ? [openid.allowInsecureRequests] : [];
  return openid.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    execute,
    timeout: REQUEST_TIMEOUT_S,
  });
}

/** Many providers put an address into the ID token; strict ones tell it only where the access token is shown. */
async function claimsOf(
  config: openid.Configuration,
  tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
): Promise<OpenIdClaims | null> {
  const claims = tokens.claims();
  if (claims === undefined) return null;
  const { iss: issuer, sub: subject } = claims;
  const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
  const told =
    claims["email"] === undefined && hasMore
      ? await openid.fetchUserInfo(config, tokens.access_token, subject)
      : claims;
  const { email, email_verified: isVerified } = told;
  const verifiedEmail = isVerified === true && typeof email === "string" ? email : null;
  return { issuer, subject, verifiedEmail };
}
