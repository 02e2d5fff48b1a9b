import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashOfBytes, promisedHash, verdictOf } from "./checked-file.ts";

const BYTES = new TextEncoder().encode("a pack");
const HASH = createHash("sha256").update(BYTES).digest("hex");
const HEADER = `sha-256=:${createHash("sha256").update(BYTES).digest("base64")}:`;

test("a file whose page, header and bytes agree is the one that was promised", async () => {
  const actual = await hashOfBytes(BYTES.buffer);
  expect([actual, promisedHash(HEADER)]).toEqual([HASH, HASH]);
  expect(verdictOf({ listed: HASH, promised: HASH, actual })).toBe("matches");
});

test("one wrong word of the three makes it another file", () => {
  const other = "0".repeat(64);
  expect(verdictOf({ listed: other, promised: HASH, actual: HASH })).toBe("differs");
  expect(verdictOf({ listed: HASH, promised: other, actual: HASH })).toBe("differs");
  expect(verdictOf({ listed: HASH, promised: HASH, actual: other })).toBe("differs");
  expect(verdictOf({ listed: HASH, promised: other, actual: null })).toBe("differs");
});

test("what could not be computed is not called a match", () => {
  expect(verdictOf({ listed: HASH, promised: HASH, actual: null })).toBe("unchecked");
  expect(verdictOf({ listed: HASH, promised: null, actual: HASH })).toBe("matches");
});

test("a header that names other hashes, or none, promises nothing", () => {
  expect(promisedHash(null)).toBeNull();
  expect(promisedHash("sha-512=:AAAA:")).toBeNull();
  expect(promisedHash(`sha-512=:AAAA:, ${HEADER}`)).toBe(HASH);
});
