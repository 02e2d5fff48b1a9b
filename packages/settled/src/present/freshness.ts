import type { OperationRun } from "../run/operation-run.ts";
import { agoWords, durationWords } from "./duration-words.ts";
import type { Freshness } from "./presented-run.ts";
import { progressWords } from "./progress-words.ts";

/**
 * Since when the run has been as it is shown. Of a running one it tells the start and the progress; whether its
 * worker lives is no part of the record and is not claimed.
 */
export function freshnessOf(run: OperationRun, now: Date): Freshness {
  switch (run.status) {
    case "queued":
      return { text: `Waiting for ${waited(run, now)}.`, since: run.queuedAt };
    case "running":
      return runningFreshness(run, now);
    case "completed":
      return completedFreshness(run, now);
  }
}

function waited(run: OperationRun, now: Date): string {
  return durationWords(now.getTime() - run.queuedAt.getTime());
}

function runningFreshness(run: OperationRun, now: Date): Freshness {
  const since = run.startedAt ?? run.queuedAt;
  const progress = progressWords(run.progress);
  const reported =
    progress === null ? "No progress was reported yet." : `Last report: ${progress}.`;
  return { text: `Started ${agoWords(now, since)}. ${reported}`, since };
}

function completedFreshness(run: OperationRun, now: Date): Freshness {
  const endedAt = run.completedAt ?? run.startedAt ?? run.queuedAt;
  const decidedAt = dateOf(run.context.reconciliation?.decided_at);
  const settled =
    decidedAt === null
      ? `Ended ${agoWords(now, endedAt)}.`
      : `Outcome established ${agoWords(now, decidedAt)}.`;
  return { text: `${settled}${nextLook(run.dueAt, now)}`, since: decidedAt ?? endedAt };
}

/** A run that was settled while its worker was lost is looked at again; the reader may know. */
function nextLook(dueAt: Date | null, now: Date): string {
  if (dueAt === null) return "";
  const aheadMs = dueAt.getTime() - now.getTime();
  return aheadMs <= 0
    ? " It is about to be looked at once more."
    : ` It will be looked at once more in ${durationWords(aheadMs)}.`;
}

/** The stored time as a Date; null if there is none that can be read. */
export function dateOf(iso: string | undefined): Date | null {
  const date = new Date(iso ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
