import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationTrigger } from "../run/reconciliation-record.ts";

/** Asks the truth about a run whose job or attempt ended, and settles the run by the answer. */
export type AskTruth = (run: OperationRun, hint: ReconciliationTrigger) => Promise<void>;
