import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export const SESSION_COOKIE = "settled_session";
const SESSION_S = 7 * 24 * 60 * 60;
const ENDED_MAX = 10_000;
const SESSION = /^(\d{10,12})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** Recognises the owner of the installation by the owner token, or by the cookie that it was exchanged for. */
export interface OwnerSession {
  isOwner(request: Request): boolean;
  isToken(text: string): boolean;
  /** `Set-Cookie` of a new session; holds no trace of the token. */
  open(request: Request): string;
  /** Ends the session of the request; answers the `Set-Cookie` that removes it. */
  end(request: Request): string;
}

/**
 * A session is its end, a random name and their HMAC. Keyed by the token: a restart keeps sessions, another token
 * ends them all. What was signed out is remembered by this process alone.
 */
export function createOwnerSession(token: string, now: () => Date): OwnerSession {
  const ended = new Set<string>();
  const isToken = (text: string) => isSameText(text, token);
  const nowS = () => Math.floor(now().getTime() / 1_000);
  const sealOf = (text: string) =>
    createHmac("sha256", token).update(`owner session 2 ${text}`).digest("base64url");

  function isOpen(value: string): boolean {
    const [, endsAtS = "", name = "", seal = ""] = SESSION.exec(value) ?? [];
    if (!isSameText(seal, sealOf(`${endsAtS}.${name}`))) return false;
    return Number(endsAtS) > nowS() && !ended.has(name);
  }

  return {
    isToken,
    isOwner(request) {
      const authorization = request.headers.get("authorization");
      if (authorization === null) return isOpen(cookieOf(request) ?? "");
      const [, given] = /^Bearer +(.+)$/i.exec(authorization) ?? [];
      return given !== undefined && isToken(given);
    },
    open(request) {
      const text = `${nowS() + SESSION_S}.${randomBytes(16).toString("base64url")}`;
      return setCookie(request, { value: `${text}.${sealOf(text)}`, seconds: SESSION_S });
    },
    end(request) {
      const value = cookieOf(request) ?? "";
      if (isOpen(value) && ended.size < ENDED_MAX) ended.add(value.split(".")[1] ?? "");
      return setCookie(request, { value: "", seconds: 0 });
    },
  };
}

function setCookie(
  request: Request,
  { value, seconds }: { readonly value: string; readonly seconds: number },
): string {
  // A forged header can only make the cookie stricter for whoever forged it.
  const isSecure =
    request.url.startsWith("https:") || request.headers.get("x-forwarded-proto") === "https";
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  return `${SESSION_COOKIE}=${value}; ${attributes}${isSecure ? "; Secure" : ""}`;
}

function cookieOf(request: Request): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`));
  return found === undefined ? null : found.slice(SESSION_COOKIE.length + 1);
}

/** Hashed first, so that neither length nor common beginning shows in the time it takes. */
function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
