import type { RunOutcome } from "../run/operation-run.ts";
import type { ReconciliationRecord, ReconciliationTrigger } from "../run/reconciliation-record.ts";
import { inSentence } from "./plain-words.ts";
import { positionLabelOf } from "./position-label.ts";
import type { RunViewer } from "./presented-run.ts";
import { fittingCopyOf, ownCopyOf, reasonCopyOf } from "./reason-catalogue.ts";
import { joiningWord, triggerCopyOf } from "./trigger-copy.ts";

/** The adapter name that stands for a person who settled a run by hand. */
export const OPERATOR_ADAPTER = "operator";

/** Stands where an operation has no adapter, or none was needed. */
export const NO_ADAPTER = "none";
const INFERRED = "This was established by looking at the truth, not taken from a worker's report.";
const CERTAIN = "This follows from the record of the run itself, not from a worker's report.";

/**
 * How a run ended that was reconciled. Says that the outcome was established by looking, never that a worker
 * reported it.
 */
export function reconciledSentences(
  outcome: RunOutcome,
  record: ReconciliationRecord,
  viewer: RunViewer,
): readonly string[] {
  const before = previousWords(outcome, record);
  const meaning = reasonMeaning(outcome, record, viewer);
  const settled = inSentence(positionLabelOf({ status: "completed", outcome }).label);
  if (record.adapter === OPERATOR_ADAPTER) {
    return [`A person settled this run by hand as: ${settled}.`, before, meaning];
  }
  if (record.reason === "resolved_without_detail") {
    return [`This run was settled as: ${settled}.`, before, meaning];
  }
  const belief = record.adapter === NO_ADAPTER ? CERTAIN : INFERRED;
  return [
    openingWords(outcome, record, viewer),
    meaning,
    before,
    outcome === "attention_required" ? "" : belief,
  ];
}

function openingWords(
  outcome: RunOutcome,
  record: ReconciliationRecord,
  viewer: RunViewer,
): string {
  const { trigger } = record;
  const { event } = triggerCopyOf(trigger);
  if (outcome === "cancelled" && fittingCopyOf(null, record.reason, outcome) !== null) {
    // A worker that is told to stop fails its job or returns: that is no news beside the cancellation.
    return trigger === "job_failed" || trigger === "handler_returned" ? "" : `${event}.`;
  }
  const joined = joiningWord(trigger, outcome);
  return `${event}, ${joined} ${truthClause(outcome, trigger, viewer)}.`;
}

function truthClause(
  outcome: RunOutcome,
  trigger: ReconciliationTrigger,
  viewer: RunViewer,
): string {
  switch (outcome) {
    case "succeeded":
      return succeededClause(trigger, viewer);
    case "partially_succeeded":
      return "a part of what it was to do is there, while the rest is not";
    case "blocked":
      return "something outside must be granted or decided before it can go on";
    case "attention_required":
      return "what it has done could not be established for certain";
    case "failed":
      return "nothing was produced";
    case "cancelled":
      return "it counts as cancelled";
  }
}

function succeededClause(trigger: ReconciliationTrigger, viewer: RunViewer): string {
  const label =
    viewer.artifact?.kind === "present" ? viewer.artifact.label : viewer.operation?.artifact?.label;
  if (label === undefined) return "the result it was to produce was found complete";
  const never = trigger === "never_started" || trigger === "job_missing";
  const found =
    viewer.artifact?.kind === "present" && viewer.artifact.complete
      ? "is there and complete"
      : "was found complete";
  return `the ${inSentence(label)} it was ${never ? "to make" : "making"} ${found}`;
}

/** The operation's own words always help; the library's where the opening leaves a question open. */
function reasonMeaning(
  outcome: RunOutcome,
  record: ReconciliationRecord,
  viewer: RunViewer,
): string {
  const { reason } = record;
  const own = ownCopyOf(viewer.operation, reason);
  if (own !== null) return own.meaning;
  if (reason === "resolved_without_detail") return reasonCopyOf(null, reason).meaning;
  const isOpen = outcome === "attention_required" || outcome === "cancelled";
  return isOpen ? (fittingCopyOf(null, reason, outcome)?.meaning ?? "") : "";
}

function previousWords(outcome: RunOutcome, record: ReconciliationRecord): string {
  const { previous } = record;
  if (previous.outcome === null || previous.outcome === outcome) return "";
  return `Before that it was recorded as: ${inSentence(positionLabelOf(previous).label)}.`;
}
