import type { JsonObject } from "./json-value.ts";
import { safeText } from "./safe-text.ts";

export const GIVEN_REASON_BYTES_MAX = 1_024;

/** Why a person acted, as the event of the action keeps it; nothing where no reason was given. */
export function givenReason(because: string | undefined): JsonObject {
  const words = because === undefined ? "" : safeText(because, GIVEN_REASON_BYTES_MAX).trim();
  return words === "" ? {} : { because: words };
}
