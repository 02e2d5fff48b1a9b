import type { OperationDefinition, ReasonCopy } from "../catalog/operation-definition.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationRecord, ReconciliationTrigger } from "../run/reconciliation-record.ts";
import { reasonOf } from "../run/run-context.ts";
import { dateOf } from "./freshness.ts";
import { asPlainCheck, type BeliefCheck } from "./plain-check.ts";
import { asPlainName, inSentence, joinSentences } from "./plain-words.ts";
import { positionLabelOf } from "./position-label.ts";
import { LIBRARY_REASON_COPY, shownReasonOf } from "./reason-catalogue.ts";
import { NO_ADAPTER, OPERATOR_ADAPTER } from "./reconciled-sentences.ts";
import { triggerCopyOf } from "./trigger-copy.ts";
import { utcWords } from "./utc-words.ts";

/** How a worker's own finish was written, where the timeline tells it. */
export type FinishManner = "with_its_artifact" | "reported";

/** The answer to "Why do you believe this?". */
export interface Belief {
  readonly statement: string;
  readonly reason: ReasonCopy | null;
  /** Null where nobody had to look: the worker reported, or the run has not ended. */
  readonly trigger: { readonly code: ReconciliationTrigger; readonly text: string } | null;
  readonly checks: readonly BeliefCheck[];
  readonly previous: ReconciliationRecord["previous"] | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly adapter: string | null;
}

/** Where an outcome comes from: who said so, after what, by which checks, and what was recorded before. */
export function explainBelief(
  run: OperationRun,
  operation: OperationDefinition | null,
  manner: FinishManner | null = null,
): Belief {
  const code = reasonOf(run.context);
  const reason = shownReasonOf(operation, code, run.outcome);
  const record = run.context.reconciliation;
  if (run.status !== "completed") return { ...UNPROMPTED, statement: NOT_ENDED, reason };
  return record === undefined
    ? beliefInWorker(run, reason, manner)
    : beliefInTruth(run, record, reason);
}

const NOT_ENDED = "It has not ended yet, so nothing is claimed about its outcome.";

const UNPROMPTED = {
  trigger: null,
  checks: [],
  previous: null,
  decidedBy: null,
  decidedAt: null,
  adapter: null,
} as const;

function beliefInWorker(
  run: OperationRun,
  reason: ReasonCopy | null,
  manner: FinishManner | null,
): Belief {
  const at = run.completedAt === null ? "" : ` at ${utcWords(run.completedAt)}`;
  const decidedAt = run.completedAt;
  if (run.attempt === 0) {
    return {
      ...UNPROMPTED,
      statement: `No worker had begun it when it ended${at}, so there was nothing to look for.`,
      reason,
      decidedAt,
    };
  }
  return {
    ...UNPROMPTED,
    statement:
      manner === "with_its_artifact"
        ? `The worker recorded this outcome${at} in the same transaction as its result: one cannot exist without the other.`
        : `The worker reported this outcome itself${at}; nobody had to look for it.`,
    reason,
    decidedBy: `Worker of attempt ${run.attempt}`,
    decidedAt,
  };
}

function beliefInTruth(
  run: OperationRun,
  record: ReconciliationRecord,
  reason: ReasonCopy | null,
): Belief {
  return {
    statement: joinSentences([
      originWords(record),
      settledWords(run, record),
      restsOnWords(record),
    ]),
    reason,
    trigger: { code: record.trigger, text: triggerCopyOf(record.trigger).title },
    checks: record.checks.map(asPlainCheck),
    previous: { status: record.previous.status, outcome: record.previous.outcome },
    decidedBy: asPlainName(record.decided_by, "not known"),
    decidedAt: dateOf(record.decided_at),
    adapter: record.adapter,
  };
}

function originWords(record: ReconciliationRecord): string {
  return isExplained(record) ? triggerCopyOf(record.trigger).event : "";
}

function settledWords(run: OperationRun, record: ReconciliationRecord): string {
  const decidedAt = dateOf(record.decided_at);
  const when = decidedAt === null ? "" : ` at ${utcWords(decidedAt)}`;
  const by =
    record.adapter === OPERATOR_ADAPTER
      ? "A person settled this run by hand"
      : "The run was settled";
  return `${by}${when} as: ${inSentence(positionLabelOf(run).label)}`;
}

/** What the outcome rests on; never on a report that nobody could rely on. */
function restsOnWords(record: ReconciliationRecord): string {
  if (record.adapter === OPERATOR_ADAPTER) return "";
  if (!isExplained(record)) return LIBRARY_REASON_COPY.resolved_without_detail.meaning;
  if (record.adapter === NO_ADAPTER) return "That rests on the record of the run alone.";
  const passed = record.checks.filter((check) => check.passed).length;
  const total = record.checks.length;
  const counted =
    total === 0 ? "" : `: ${passed} of ${total} ${total === 1 ? "check" : "checks"} passed`;
  return `That rests on a look at the truth, not on a worker's report${counted}`;
}

function isExplained(record: ReconciliationRecord): boolean {
  return record.adapter !== OPERATOR_ADAPTER && record.reason !== "resolved_without_detail";
}
