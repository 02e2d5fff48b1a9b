import type { PendingSignIn } from "./openid-provider.ts";
import { cookieFor, cookieIn, isSecure } from "./session-cookie.ts";

const VALID_S = 600;

/** `Set-Cookie` of a sign-in that goes on at the provider. */
export function pendingCookie(request: Request, pending: PendingSignIn): string {
  const value = Buffer.from(JSON.stringify(pending)).toString("base64url");
  return cookieFor(request, { name: nameFor(request), value, seconds: VALID_S });
}

/** The sign-in that this browser has begun; null if there is none, or it was tampered with. */
export function pendingIn(request: Request): PendingSignIn | null {
  const value = cookieIn(request, nameFor(request));
  if (value === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(value, "base64url").toString("utf8"));
    return isPending(read) ? read : null;
  } catch {
    return null;
  }
}

function isPending(read: unknown): read is PendingSignIn {
  if (typeof read !== "object" || read === null) return false;
  const { state, nonce, verifier, back } = read as Partial<Record<keyof PendingSignIn, unknown>>;
  return [state, nonce, verifier, back].every((part) => typeof part === "string" && part !== "");
}

function nameFor(request: Request): string {
  return isSecure(request) ? "__Host-settled_sign_in" : "settled_sign_in";
}
