import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const COOKIE = "settled_session";
const SESSION_TEXT = "owner session 1";
const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Recognises the owner of the installation by the owner token, or by the cookie that it was exchanged for. */
export interface OwnerSession {
  isOwner(request: Request): boolean;
  isToken(text: string): boolean;
  /** `Set-Cookie` of a new session; holds no trace of the token. */
  cookie(): string;
  expiredCookie(): string;
}

export function createOwnerSession(token: string): OwnerSession {
  // Keyed by the token: a restart keeps sessions, another token ends them.
  const value = createHmac("sha256", token).update(SESSION_TEXT).digest("base64url");
  const attributes = "Path=/; HttpOnly; SameSite=Strict";
  const isToken = (text: string) => sameText(text, token);
  return {
    isToken,
    isOwner(request) {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "");
      if (bearer?.[1] !== undefined) return isToken(bearer[1]);
      const session = cookieOf(request, COOKIE);
      return session !== null && sameText(session, value);
    },
    cookie: () => `${COOKIE}=${value}; ${attributes}; Max-Age=${SESSION_SECONDS}`,
    expiredCookie: () => `${COOKIE}=; ${attributes}; Max-Age=0`,
  };
}

function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Hashed first, so that neither length nor common beginning shows in the time it takes. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
