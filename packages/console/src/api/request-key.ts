const BYTES = 16;

/** A key by which a request that is sent twice is done once. Not `randomUUID`: a page without TLS has none. */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
