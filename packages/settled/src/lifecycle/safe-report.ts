import type { RunResult } from "../catalog/tracked-run.ts";
import type { FinishWrite } from "../ports/run-writer.ts";
import { asArtifactRef } from "../run/artifact-ref.ts";
import type { RunProgress, RunSummary } from "../run/operation-run.ts";
import type { RunFailure } from "../run/run-failure.ts";
import { ERROR_TEXT_BYTES_MAX, NAME_BYTES_MAX, safeText } from "../run/safe-text.ts";

const SUMMARY_KEYS_MAX = 100;
const CONSTANT_REASON = "finished_by_handler";

/** A worker's report as it is stored: related normalised, counts finite, texts fit for the database. */
export function asFinishWrite(result: RunResult): FinishWrite {
  const related =
    result.related === undefined ? {} : { related: { ...asArtifactRef(result.related) } };
  const reason = safeText(result.reason ?? defaultReason(result.outcome), NAME_BYTES_MAX);
  return {
    outcome: result.outcome,
    context: { ...related, reason },
    summary: result.summary === undefined ? null : safeSummary(result.summary),
    failure: null,
  };
}

/** The outcome and nothing that a database could refuse. */
export function bareFinish(result: RunResult): FinishWrite {
  return {
    outcome: result.outcome,
    context: { reason: CONSTANT_REASON },
    summary: null,
    failure: null,
  };
}

export function safeSummary(summary: RunSummary): RunSummary {
  const counts = Object.entries(summary)
    .filter(([, count]) => Number.isFinite(count))
    .slice(0, SUMMARY_KEYS_MAX)
    .map(([name, count]) => [safeText(name, NAME_BYTES_MAX), count] as const);
  return Object.fromEntries(counts);
}

export function safeProgress(progress: RunProgress): RunProgress {
  return {
    done: Number.isFinite(progress.done) ? progress.done : 0,
    total: progress.total !== null && Number.isFinite(progress.total) ? progress.total : null,
    message: progress.message === null ? null : safeText(progress.message, NAME_BYTES_MAX),
  };
}

export function safeFailure(failure: RunFailure): RunFailure {
  return {
    name: safeText(failure.name, NAME_BYTES_MAX),
    message: safeText(failure.message, ERROR_TEXT_BYTES_MAX),
    stack: failure.stack === null ? null : safeText(failure.stack, ERROR_TEXT_BYTES_MAX),
    attempt: failure.attempt,
  };
}

function defaultReason(outcome: RunResult["outcome"]): string {
  return outcome === "succeeded" ? CONSTANT_REASON : "handler_reported_failure";
}
