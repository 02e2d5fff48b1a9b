import type { RestoreStep } from "./restore-plan.ts";

/**
 * What is known of a request. `sent` is written before it is sent, so it also means "perhaps not sent"; `acked` is the
 * provider's word, `verified` what was read back, `unknown` no answer, `rejected` a clear no.
 */
export type AttemptOutcome = "sent" | "acked" | "verified" | "rejected" | "unknown";

/** Why a request was not granted, or not sent at all. */
export type RejectionReason =
  | "permission"
  | "licence"
  | "invalid"
  | "throttled"
  | "awaiting_approval"
  | "target_changed"
  | "listing_incomplete";

/** One request to the provider, journaled before it was sent. */
export interface RestoreAttempt {
  readonly attemptNo: number;
  readonly itemNo: number;
  readonly step: RestoreStep;
  /** Of a create: every id of the type that stood before. */
  readonly preIds: readonly string[] | null;
  /** By the clock of the database. */
  readonly ageMs: number;
  readonly outcome: AttemptOutcome;
  readonly reason: RejectionReason | null;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  /** Of the object that was written. */
  readonly responseId: string | null;
  readonly approvalCode: string | null;
  readonly approvalExpiresAt: Date | null;
}

/** Whether its effect has to be looked up: a throttled request may have been applied all the same. */
export function isOpen({ outcome, reason }: RestoreAttempt): boolean {
  return (
    outcome === "sent" ||
    outcome === "acked" ||
    outcome === "unknown" ||
    (outcome === "rejected" && reason === "throttled")
  );
}
