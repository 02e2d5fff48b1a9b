import { SettledError } from "settled";
import type { OpenIdSettings } from "../access/openid-provider.ts";

/** How the server stands in its network, and by what else than passwords people sign in. */
export interface ServerSettings {
  /** The address that people know it by; null = the one that it listens on. */
  readonly publicUrl: string | null;
  readonly openId: OpenIdSettings | null;
  /** How many proxies of ours stand in front: so many entries of X-Forwarded-For are believed. */
  readonly trustedProxies: number;
  /** Who may show the pages in a frame. */
  readonly frameAncestors: readonly string[];
}

/** By password alone, and reached directly. */
export const PLAIN_SETTINGS: ServerSettings = {
  publicUrl: null,
  openId: null,
  trustedProxies: 0,
  frameAncestors: [],
};

export const OPENID_RETURN_PATH = "/sign-in/openid/return";
const PROXIES_MAX = 10;
const DEFAULT_SCOPES = "openid email profile";
const FRAME_ANCESTOR = /^(?:'self'|https?:\/\/[A-Za-z0-9.*-]+(?::\d{1,5})?)$/;

/** From the environment; a setting that cannot be meant is refused, and named. An empty one is one that is not set. */
export function readServerSettings(env: NodeJS.ProcessEnv = process.env): ServerSettings {
  const given = (name: string): string | null => env[name]?.trim() || null;
  const publicUrl = asOrigin(given("SETTLED_PUBLIC_URL"));
  return {
    publicUrl,
    openId: readOpenId(given, publicUrl),
    trustedProxies: asProxies(given("SETTLED_TRUSTED_PROXIES")),
    frameAncestors: asAncestors(given("SETTLED_FRAME_ANCESTORS")),
  };
}

function readOpenId(
  given: (name: string) => string | null,
  publicUrl: string | null,
): OpenIdSettings | null {
  const issuer = given("SETTLED_OIDC_ISSUER");
  if (issuer === null) return null;
  const clientId = given("SETTLED_OIDC_CLIENT_ID");
  const clientSecret = given("SETTLED_OIDC_CLIENT_SECRET");
  if (clientId === null || clientSecret === null || publicUrl === null) {
    throw wrong(
      "SETTLED_OIDC_ISSUER needs SETTLED_OIDC_CLIENT_ID, SETTLED_OIDC_CLIENT_SECRET and SETTLED_PUBLIC_URL beside it.",
    );
  }
  if (!isHttps(issuer) && !isLoopback(issuer)) {
    throw wrong("SETTLED_OIDC_ISSUER begins with https://, but for a provider on this machine.");
  }
  const scopes = given("SETTLED_OIDC_SCOPES") ?? DEFAULT_SCOPES;
  if (!scopes.split(/\s+/).includes("openid")) {
    throw wrong("SETTLED_OIDC_SCOPES names the scope openid, and others as the provider asks.");
  }
  return {
    issuer,
    clientId,
    clientSecret,
    scopes,
    redirectUrl: `${publicUrl}${OPENID_RETURN_PATH}`,
  };
}

function asOrigin(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && (url.pathname === "/" || url.pathname === "");
  if (!isOrigin || !(isHttps(text) || isLoopback(text))) {
    throw wrong(
      "SETTLED_PUBLIC_URL is an address such as https://settled.example, without a path; http:// is for this machine alone.",
    );
  }
  return url.origin;
}

function asProxies(text: string | null): number {
  if (text === null) return 0;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= PROXIES_MAX) return number;
  throw wrong(`SETTLED_TRUSTED_PROXIES is a whole number from 0 to ${PROXIES_MAX}.`);
}

function asAncestors(text: string | null): readonly string[] {
  const ancestors = text?.split(/\s+/) ?? [];
  if (ancestors.every((ancestor) => FRAME_ANCESTOR.test(ancestor))) return ancestors;
  throw wrong(
    "SETTLED_FRAME_ANCESTORS is 'self' or addresses such as https://portal.example, with spaces between.",
  );
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "http:" && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function wrong(message: string): SettledError {
  return new SettledError("invalid_configuration", message);
}
