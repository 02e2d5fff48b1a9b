/** Whether bytes are those that were promised; `unchecked` = this browser cannot tell, since the page came without TLS. */
export type FileVerdict = "matches" | "differs" | "unchecked";

/** What is known of the SHA-256 of a file that was fetched, in hexadecimal. */
export interface FileHashes {
  /** As the page shows it. */
  readonly listed: string;
  /** As the answer's header says it; null = it says none. */
  readonly promised: string | null;
  /** As this browser has computed it; null = it could not. */
  readonly actual: string | null;
}

/** A file is good only if the page, the header and the bytes say the same. */
export function verdictOf({ listed, promised, actual }: FileHashes): FileVerdict {
  if (promised !== null && promised !== listed) return "differs";
  if (actual === null) return "unchecked";
  return actual === listed ? "matches" : "differs";
}

/** The SHA-256 in a `Repr-Digest` header (RFC 9530), in hexadecimal. */
export function promisedHash(header: string | null): string | null {
  const found = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(header ?? "")?.[1];
  if (found === undefined) return null;
  return [...Uint8Array.from(atob(found), (char) => char.charCodeAt(0))].map(hexOf).join("");
}

export async function hashOfBytes(bytes: ArrayBuffer): Promise<string | null> {
  // Only a page that came by TLS, or from this machine, may compute hashes.
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return null;
  const hash = await subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map(hexOf).join("");
}

function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
