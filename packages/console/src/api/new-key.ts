const BYTES = 16;

/** A key for one request, so that sending it again does nothing twice. Also where a page is not served by HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
