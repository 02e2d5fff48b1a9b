const PLAIN_NAME = "settled_session";
/** Over TLS; no other host of the domain, and no plain-text answer, can set a cookie of this name. */
export const SESSION_COOKIE = "__Host-settled_session";
const SESSION_S = 7 * 24 * 60 * 60;
const VALUE = /^[A-Za-z0-9_-]{43}$/;

/** The secret of the session that a browser holds; null if it holds none of ours. */
export function sessionIn(request: Request): string | null {
  const value = cookieIn(request, nameFor(request));
  return value !== null && VALUE.test(value) ? value : null;
}

/**
 * `Set-Cookie` of a session. `Lax`, since who comes back from an OpenID provider comes by a link of another site, and
 * must be signed in where they land; what changes anything is guarded by its origin besides.
 */
export function sessionCookie(request: Request, secret: string): string {
  return cookieFor(request, { name: nameFor(request), value: secret, seconds: SESSION_S });
}

export function endedSessionCookie(request: Request): string {
  return cookieFor(request, { name: nameFor(request), value: "", seconds: 0 });
}

export interface CookieInput {
  readonly name: string;
  readonly value: string;
  readonly seconds: number;
}

export function cookieFor(request: Request, { name, value, seconds }: CookieInput): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
  return `${name}=${value}; ${attributes}${isSecure(request) ? "; Secure" : ""}`;
}

export function cookieIn(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** A forged header can only make the cookie stricter for whoever forged it. */
export function isSecure(request: Request): boolean {
  return request.url.startsWith("https:") || request.headers.get("x-forwarded-proto") === "https";
}

function nameFor(request: Request): string {
  return isSecure(request) ? SESSION_COOKIE : PLAIN_NAME;
}
