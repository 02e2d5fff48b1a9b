import type { OperationRun } from "../run/operation-run.ts";
import type { ReconciliationDecision } from "./reconciliation-decision.ts";
import type { TruthReader } from "./truth-reader.ts";

/** Asks the business truth about one run. `gather` may look and cannot write; `decide` is pure and total. */
export interface ReconciliationAdapter<Evidence = unknown> {
  /** The business noun: `environment-review`. */
  readonly name: string;
  gather(run: OperationRun, truth: TruthReader): Promise<Evidence>;
  decide(run: OperationRun, evidence: Evidence): ReconciliationDecision;
}
