import type { OperationDefinition, ReasonCopy } from "../catalog/operation-definition.ts";
import type { RunOutcome } from "../run/operation-run.ts";
import type { LibraryReason } from "../run/reason.ts";
import { REASONS_OF_JUDGING } from "./reasons-of-judging.ts";
import { REASONS_OF_PEOPLE } from "./reasons-of-people.ts";
import { REASONS_OF_PROOF } from "./reasons-of-proof.ts";
import { REASONS_OF_SILENCE } from "./reasons-of-silence.ts";
import { REASONS_OF_WORK } from "./reasons-of-work.ts";

const LIBRARY_COPY = {
  ...REASONS_OF_WORK,
  ...REASONS_OF_SILENCE,
  ...REASONS_OF_PROOF,
  ...REASONS_OF_JUDGING,
  ...REASONS_OF_PEOPLE,
};

export const LIBRARY_REASON_COPY: Readonly<Record<LibraryReason, ReasonCopy>> = LIBRARY_COPY;

/** For a code that neither the operation nor the library explains; never repeats the code. */
export const UNKNOWN_REASON: ReasonCopy = {
  title: "Reason not known here",
  meaning: "This release has no words for the reason that was recorded.",
  nextStep: "The checks and the timeline of the run say more.",
};

/** Which outcomes the copy of a reason speaks for. Empty = it tells how we know, not how the run ended. */
const SPEAKS_FOR: Readonly<Record<LibraryReason, readonly RunOutcome[]>> = {
  finished_by_handler: [],
  handler_reported_failure: [],
  handler_failed: ["failed"],
  never_started: ["failed"],
  could_not_dispatch: ["attention_required"],
  went_silent: ["failed"],
  time_limit_passed: ["failed"],
  nothing_produced: ["failed"],
  artifact_complete: ["succeeded"],
  unproven: ["attention_required"],
  incomplete_artifact: ["attention_required", "partially_succeeded"],
  ambiguous: ["attention_required"],
  out_of_scope: ["attention_required"],
  no_adapter: ["attention_required"],
  adapter_failed: ["attention_required"],
  adapter_timed_out: ["attention_required"],
  adapter_invalid: ["attention_required"],
  undecided_too_long: ["attention_required"],
  cancelled_before_start: ["cancelled"],
  cancelled_on_request: ["cancelled"],
  resolved_by_operator: [],
  resolved_without_detail: [],
};

export function isLibraryReason(code: unknown): code is LibraryReason {
  return typeof code === "string" && Object.hasOwn(LIBRARY_COPY, code);
}

/** The operation's own words for a reason come first, then the library's, then words that reveal no code. */
export function reasonCopyOf(
  operation: OperationDefinition | null,
  code: string | null,
): ReasonCopy {
  return (
    ownCopyOf(operation, code) ??
    (isLibraryReason(code) ? LIBRARY_REASON_COPY[code] : UNKNOWN_REASON)
  );
}

/** The operation's own words for a reason; null = it has none. */
export function ownCopyOf(
  operation: OperationDefinition | null,
  code: string | null,
): ReasonCopy | null {
  if (operation === null || code === null) return null;
  return Object.hasOwn(operation.copy.reasons, code)
    ? (operation.copy.reasons[code] ?? null)
    : null;
}

/**
 * The words for a reason that fit this outcome; null if they would say something else. Keeps "it is safe to
 * start it again" away from a run whose truth is not established.
 */
export function fittingCopyOf(
  operation: OperationDefinition | null,
  code: string | null,
  outcome: RunOutcome,
): ReasonCopy | null {
  const own = ownCopyOf(operation, code);
  if (own !== null) return own;
  if (!isLibraryReason(code) || !SPEAKS_FOR[code].includes(outcome)) return null;
  return LIBRARY_REASON_COPY[code];
}

/** The reason of an ended run as a reader may be told it: one that contradicts the outcome is not repeated. */
export function shownReasonOf(
  operation: OperationDefinition | null,
  code: string | null,
  outcome: RunOutcome | null,
): ReasonCopy | null {
  if (code === null || outcome === null) return null;
  const fitting = fittingCopyOf(operation, code, outcome);
  if (fitting !== null) return fitting;
  const tellsHow = isLibraryReason(code) && SPEAKS_FOR[code].length === 0;
  return tellsHow ? LIBRARY_REASON_COPY[code] : UNKNOWN_REASON;
}
