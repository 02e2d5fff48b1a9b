import type { OperationDefinition } from "../catalog/operation-definition.ts";
import type { ReconciliationDecision } from "../catalog/reconciliation-decision.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { TruthSource } from "../ports/truth-source.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { isSettledError } from "../run/settled-error.ts";
import { checkDecision } from "./check-decision.ts";
import { proveDecision } from "./prove-decision.ts";

/** What the business truth said, or why it could not be heard. */
export type Asked =
  | {
      readonly kind: "decided";
      readonly adapter: string;
      readonly decision: ReconciliationDecision;
    }
  | { readonly kind: "no_adapter" }
  | {
      readonly kind: "fault";
      readonly adapter: string;
      readonly reason: "adapter_failed" | "adapter_timed_out" | "adapter_invalid";
      readonly error: unknown;
    };

/** Gathers and decides under the truth's limits: read-only, the run's own workspace, a time limit. Never throws. */
export async function askAdapter(
  options: {
    readonly truth: TruthSource;
    readonly faults: FaultPoints;
    readonly timeoutMs: number;
  },
  run: OperationRun,
  operation: OperationDefinition,
): Promise<Asked> {
  const { adapter } = operation;
  if (adapter === null) return { kind: "no_adapter" };
  const { truth, faults, timeoutMs } = options;
  try {
    await faults.reach("reconcile.before_gather", run.id);
    const proven = await truth.withTruth(run, { timeoutMs }, async (reader) => {
      const evidence = await adapter.gather(run, reader);
      await faults.reach("reconcile.after_gather", run.id);
      const decision = checkDecision(operation, adapter.decide(run, evidence));
      if (decision === null) return null;
      return proveDecision(run, decision, { artifact: operation.artifact, truth: reader });
    });
    if (proven !== null) return { kind: "decided", adapter: adapter.name, decision: proven };
    return { kind: "fault", adapter: adapter.name, reason: "adapter_invalid", error: null };
  } catch (error) {
    const reason = isSettledError(error, "truth_timed_out")
      ? "adapter_timed_out"
      : "adapter_failed";
    return { kind: "fault", adapter: adapter.name, reason, error };
  }
}
