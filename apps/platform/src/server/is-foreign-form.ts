/**
 * True for a form that a page of another site has sent. The library refuses that where a cookie says who asks; the
 * sign-in has none yet, and strangers must not use up its tries through somebody's browser.
 */
export function isForeignForm(request: Request, url: URL): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  // The scheme is left out, since a proxy may speak TLS for us.
  return !URL.canParse(origin) || new URL(origin).host !== url.host;
}
