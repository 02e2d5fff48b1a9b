const BYTES = 16;

/** A key for one wish, so that a request that is sent twice is done once. Works on a plain HTTP address, too. */
export function createRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
