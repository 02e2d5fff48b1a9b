import { type Problem, problemOf } from "./problem.ts";
import type { Route } from "./route.ts";

/** Credentials that a browser adds by itself, whoever made it send the request. */
const ADDED_BY_BROWSERS = /^(?:basic|digest|negotiate|ntlm)\b/i;

/** A header that no form can bear, and no script of another site without being let: `Settled-Request: 1`. */
export const OWN_REQUEST_HEADER = "settled-request";

/**
 * Refuses a writing request that another site can have made a signed-in browser send. A request with a cookie must
 * prove where it came from; one with a token that only its sender knows need not. To the API, whatever comes without
 * such a token bears a header of ours as well, since something else than a cookie may say who asks.
 * Source: Fetch Metadata (Sec-Fetch-Site), Origin and custom headers, as in the OWASP cheat sheet on cross-site request
 * forgery.
 */
export function refuseCrossSite(request: Request, surface: Route["surface"]): Problem | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const authorization = request.headers.get("authorization");
  if (authorization !== null && !ADDED_BY_BROWSERS.test(authorization)) return null;
  const isMarked = request.headers.has(OWN_REQUEST_HEADER);
  if (surface === "api" && authorization === null && !isMarked) return unmarked();
  const origin = originOf(request);
  const byCookie = authorization === null && request.headers.has("cookie");
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

function unmarked(): Problem {
  return problemOf("cross_site_request", {
    title: "The request does not show that it is meant",
    detail: "Without an API token, what changes anything bears the header Settled-Request.",
    nextActions: [
      "Send the header Settled-Request: 1, or an API token in the Authorization header.",
    ],
  });
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
