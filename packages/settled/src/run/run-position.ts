export const RUN_STATUSES = ["queued", "running", "completed"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const RUN_OUTCOMES = [
  "succeeded",
  "partially_succeeded",
  "blocked",
  "attention_required",
  "failed",
  "cancelled",
] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export function isRunOutcome(value: unknown): value is RunOutcome {
  return RUN_OUTCOMES.includes(value as RunOutcome);
}

export interface RunPosition {
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly attempt: number;
}
