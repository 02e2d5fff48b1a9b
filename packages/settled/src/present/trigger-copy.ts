import type { RunOutcome } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";

export interface TriggerCopy {
  /** A few words for a label: "Went silent". */
  readonly title: string;
  /** What had happened, as the beginning of a sentence without its full stop. */
  readonly event: string;
  /** True if a good outcome comes as a surprise after it: "…, but the review is there". */
  readonly soundsBad: boolean;
}

export const TRIGGER_COPY: Readonly<Record<ReconciliationTrigger, TriggerCopy>> = {
  handler_returned: {
    title: "The worker returned",
    event: "The worker returned without a proven result",
    soundsBad: true,
  },
  job_failed: { title: "The job failed", event: "The job failed", soundsBad: true },
  job_missing: {
    title: "The job was missing",
    event: "The queue no longer had the job",
    soundsBad: true,
  },
  never_started: {
    title: "Never started",
    event: "No worker was seen to start it",
    soundsBad: true,
  },
  went_silent: { title: "Went silent", event: "The worker went silent", soundsBad: true },
  time_limit: {
    title: "Ran past its time limit",
    event: "The worker did not end within the time limit",
    soundsBad: true,
  },
  late_report: {
    title: "A late report came in",
    event: "A worker that had been given up reported late",
    soundsBad: false,
  },
  truth_window: {
    title: "A later look",
    event: "The truth was looked at once more after the run had been settled",
    soundsBad: false,
  },
  operator: {
    title: "A person asked",
    event: "A person asked for a look at the truth",
    soundsBad: false,
  },
};

const UNKNOWN_TRIGGER: TriggerCopy = {
  title: "A check was made",
  event: "The truth was looked at",
  soundsBad: false,
};

export function triggerCopyOf(trigger: ReconciliationTrigger): TriggerCopy {
  return Object.hasOwn(TRIGGER_COPY, trigger) ? TRIGGER_COPY[trigger] : UNKNOWN_TRIGGER;
}

/** Joins what had happened to what the truth says: "but" where the outcome is better than it sounded. */
export function joiningWord(trigger: ReconciliationTrigger, outcome: RunOutcome): "and" | "but" {
  const endedWell = outcome === "succeeded" || outcome === "partially_succeeded";
  return triggerCopyOf(trigger).soundsBad && endedWell ? "but" : "and";
}
