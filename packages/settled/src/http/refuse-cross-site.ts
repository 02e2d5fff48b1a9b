import { type Problem, problemOf } from "./problem.ts";

/** Credentials that a browser adds by itself, whoever made it send the request. */
const ADDED_BY_BROWSERS = /^(?:basic|digest|negotiate|ntlm)\b/i;

/**
 * Refuses a writing request that another site can have made a signed-in browser send. A request with a cookie must
 * prove where it came from; one with a token that only its sender knows need not.
 * Source: Fetch Metadata (Sec-Fetch-Site) and Origin, as in the OWASP cheat sheet on cross-site request forgery.
 */
export function refuseCrossSite(request: Request): Problem | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const { byCookie, byBrowser } = credentialsOf(request);
  if (!byCookie && !byBrowser) return null;
  const origin = originOf(request);
  const mayPass = byCookie ? origin === "own" : origin !== "foreign";
  return mayPass ? null : problemOf("cross_site_request");
}

/**
 * Refuses to open a stream for a page of another site. It could not read what is sent, but it could take up all the
 * places that the reader has.
 */
export function refuseForeignReader(request: Request): Problem | null {
  const { byCookie, byBrowser } = credentialsOf(request);
  const isForeign = (byCookie || byBrowser) && originOf(request) === "foreign";
  return isForeign ? problemOf("cross_site_request") : null;
}

function credentialsOf({ headers }: Request) {
  const authorization = headers.get("authorization");
  return {
    byCookie: headers.has("cookie") && authorization === null,
    byBrowser: authorization !== null && ADDED_BY_BROWSERS.test(authorization),
  };
}

function originOf(request: Request): "own" | "foreign" | "unsaid" {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none" ? "own" : "foreign";
  const origin = request.headers.get("origin");
  if (origin === null) return "unsaid";
  return hostOf(origin) === hostOf(request.url) ? "own" : "foreign";
}

/** The host with its port; the scheme is left out, since a proxy may speak TLS for us. */
function hostOf(address: string): string | null {
  try {
    const { host } = new URL(address);
    return host === "" ? null : host;
  } catch {
    return null;
  }
}
