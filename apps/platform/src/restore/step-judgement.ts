import type { Judgement } from "./judgement.ts";

export type StepTruth = "done" | "not_done" | "conflict" | "unknown" | "awaiting";

export type StepJudgement = Judgement<StepTruth>;
