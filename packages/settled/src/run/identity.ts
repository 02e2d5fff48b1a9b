import { type JsonValue, stableJson } from "./json-value.ts";
import { SettledError } from "./settled-error.ts";

/** What makes two starts the same work; the operation answers it from the input. */
export type RunIdentity = JsonValue;

/**
 * The stored key of an identity: `sha256:<hex>` over sorted-key JSON in Unicode form NFC. Hashed, because a
 * B-tree refuses long keys and Unicode twins must meet.
 */
export async function identityKeyOf(identity: RunIdentity): Promise<string> {
  let text: string;
  try {
    text = stableJson(identity).normalize("NFC");
  } catch (cause) {
    throw new SettledError("invalid_identity", "The identity of a run must be plain JSON.", {
      cause,
    });
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return `sha256:${hex.join("")}`;
}
