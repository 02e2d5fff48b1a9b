import { isJsonObject, type JsonValue, stableJson } from "./json-value.ts";
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
    text = stableJson(composed(identity));
    if (typeof text !== "string") throw new TypeError("no JSON");
  } catch (cause) {
    throw new SettledError("invalid_identity", "The identity of a run must be plain JSON.", {
      cause,
    });
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return `sha256:${hex.join("")}`;
}

/** Every text in Unicode form NFC, keys too: before they are sorted, so that twins stand in one place. */
function composed(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map((entry: JsonValue) => composed(entry));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.normalize("NFC"), composed(entry)]),
  );
}
