import type { TruthReason } from "./item-judgement.ts";

export type StepTruth = "done" | "not_done" | "conflict" | "unknown" | "awaiting";

export interface StepJudgement {
  readonly truth: StepTruth;
  readonly reason: TruthReason;
  readonly targetId: string | null;
  readonly duplicates: readonly string[];
  readonly serverDefaults: readonly string[];
  readonly approvalExpiresAt: Date | null;
}

export function stepOf(
  truth: StepTruth,
  reason: TruthReason,
  more: Partial<Omit<StepJudgement, "truth" | "reason">> = {},
): StepJudgement {
  return {
    truth,
    reason,
    targetId: null,
    duplicates: [],
    serverDefaults: [],
    approvalExpiresAt: null,
    ...more,
  };
}
