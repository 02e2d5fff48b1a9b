import { lacksArtifact } from "../catalog/lacks-artifact.ts";
import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { mayTurn } from "../run/legal-moves.ts";
import type { OperationRun } from "../run/operation-run.ts";
import { BULK_OPERATION, type BulkOrder } from "./bulk-order.ts";
import type { TargetVerdict } from "./target-verdict.ts";

export interface SeenTarget {
  readonly run: OperationRun;
  /** Null = this process does not know the run's type. */
  readonly operation: OperationDefinition | null;
  readonly ownerMayLive: boolean;
}

/** Pure: whether the action can be taken on the run as it stands. */
export function judgeTarget(order: BulkOrder, seen: SeenTarget): TargetVerdict {
  const { run, operation, ownerMayLive } = seen;
  // An action on many is ended by its own address: none takes itself, or another one, for its target.
  if (run.operationType === BULK_OPERATION) return "bulk_run";
  switch (order.action) {
    case "cancel":
      if (run.status === "completed") return "already_over";
      return run.cancelRequestedAt === null ? "taken" : "already_requested";
    case "rerun":
      if (run.status !== "completed") return "not_settled";
      return operation?.offered === true ? "taken" : "operation_not_known";
    case "reconcile":
      if (operation === null) return "operation_not_known";
      if (run.outcome === "succeeded") return "final";
      return ownerMayLive ? "owner_may_live" : "taken";
    case "resolve":
      if (run.status === "completed" && !mayTurn(run.outcome, order.outcome)) return "final";
      if (ownerMayLive) return "owner_may_live";
      return operation !== null && lacksArtifact(operation, order) ? "artifact_not_named" : "taken";
  }
}
