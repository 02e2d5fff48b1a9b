import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from "node:crypto";

export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 256;

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** About 32 MB and a fifth of a second. Source: OWASP password storage, scrypt with N = 2^15, r = 8, p = 3. */
const COST_LOG2 = 15;
const BLOCK_SIZE = 8;
const PARALLELISM = 3;
const STORED = /^scrypt\$(\d{2})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(password, salt, settingsOf(COST_LOG2, BLOCK_SIZE, PARALLELISM));
  const settings = `${COST_LOG2}$${BLOCK_SIZE}$${PARALLELISM}`;
  return `scrypt$${settings}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Takes as long for an account that is not there, or has no password (null), as for one that has. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const read = STORED.exec(stored ?? "") ?? STORED.exec(await nobodysHash());
  const [, cost, block, parallel, salt = "", expected = ""] = read ?? [];
  const settings = settingsOf(Number(cost), Number(block), Number(parallel));
  const key = await keyOf(password, Buffer.from(salt, "base64url"), settings);
  return timingSafeEqual(key, Buffer.from(expected, "base64url")) && STORED.test(stored ?? "");
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hashOfPassword(randomBytes(KEY_BYTES).toString("base64url"));
  return nobody;
}

function settingsOf(costLog2: number, r: number, p: number): ScryptOptions {
  const N = 2 ** costLog2;
  return { N, r, p, maxmem: 256 * N * r };
}

/** The same letters are the same password, however a keyboard composes them. */
function keyOf(password: string, salt: Buffer, settings: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, settings, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
