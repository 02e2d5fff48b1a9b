import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 32;
const CHECK_CHARS = 6;
const TOKEN_PREFIX = "stl_";
const SHOWN_CHARS = 12;
const TOKEN = /^stl_[A-Za-z0-9_-]{49}$/;

/** 256 random bits in letters that need no escaping. */
export function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored of a secret: it cannot be used in its place, and 256 random bits need no salt. */
export function hashOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** A service token: a prefix that scanners know, the secret, and letters by which a mistyped one is seen at once. */
export function makeTokenSecret(): string {
  const secret = makeSecret();
  return `${TOKEN_PREFIX}${secret}${checkOf(secret)}`;
}

export function looksLikeToken(text: string): boolean {
  if (!TOKEN.test(text)) return false;
  const secret = text.slice(TOKEN_PREFIX.length, -CHECK_CHARS);
  return text.endsWith(checkOf(secret));
}

/** How a token begins, by which its owner knows it again. */
export function shownPrefixOf(token: string): string {
  return token.slice(0, SHOWN_CHARS);
}

/** Hashed first, so that neither length nor common beginning shows in the time it takes. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashOfSecret(a), hashOfSecret(b));
}

function checkOf(secret: string): string {
  const digest = createHash("sha256").update(`${TOKEN_PREFIX}${secret}`).digest("base64url");
  return digest.slice(0, CHECK_CHARS);
}
