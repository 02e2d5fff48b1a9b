import { text } from "../text.ts";
import type { RestoreAttempt } from "./restore-shape.ts";

const KNOWN = [
  "permission",
  "licence",
  "invalid",
  "throttled",
  "awaiting_approval",
  "target_changed",
  "listing_incomplete",
] as const;

/** What the provider answered, and why, in words. */
export function attemptReason({
  http_status: status,
  reason,
}: Pick<RestoreAttempt, "http_status" | "reason">): string {
  const known = KNOWN.find((one) => one === reason);
  const parts = [
    ...(status === null ? [] : [`HTTP ${status}`]),
    ...(known === undefined ? [] : [text(`restores.reason.${known}`)]),
  ];
  return parts.join(": ");
}
