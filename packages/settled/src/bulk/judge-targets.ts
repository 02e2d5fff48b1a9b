import type { OperationCatalog } from "../catalog/operation-catalog.ts";
import type { RunReader } from "../ports/run-reader.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunId } from "../run/scope.ts";
import type { BulkOrder } from "./bulk-order.ts";
import { judgeTarget } from "./judge-target.ts";
import type { SelectedTarget } from "./select-targets.ts";
import type { TargetVerdict } from "./target-verdict.ts";

export interface JudgeOptions {
  readonly reader: Pick<RunReader, "ownerMayLive">;
  readonly catalog: OperationCatalog;
  /** Whether whoever acts may take the action on this run; `hidden` = it is not theirs to see. */
  mayAct(run: OperationRun): Promise<"allowed" | "hidden" | "forbidden">;
}

export interface JudgedTarget {
  readonly id: RunId;
  /** Null if there is none that the actor may see. */
  readonly run: OperationRun | null;
  readonly verdict: TargetVerdict;
}

/** What would become of each of the targets. Reads; takes no action. */
export async function judgeTargets(
  options: JudgeOptions,
  order: BulkOrder,
  targets: readonly SelectedTarget[],
): Promise<readonly JudgedTarget[]> {
  const works = new Set<string>();
  const owners = new Map<string, boolean>();
  const judged: JudgedTarget[] = [];
  for (const { id, run, version } of targets) {
    const access = run === null ? "hidden" : await options.mayAct(run);
    if (run === null || access === "hidden") {
      judged.push({ id, run: null, verdict: "not_found" });
      continue;
    }
    if (access === "forbidden") {
      judged.push({ id, run, verdict: "not_allowed" });
      continue;
    }
    if (version !== undefined && version !== run.version) {
      judged.push({ id, run, verdict: "stale" });
      continue;
    }
    const ownerMayLive = await mayLive(options.reader, run, owners);
    const operation = options.catalog.find(run.operationType);
    const verdict = judgeTarget(order, { run, operation, ownerMayLive });
    judged.push({ id, run, verdict: verdict === "taken" ? onceEach(order, run, works) : verdict });
  }
  return judged;
}

/** Runs of the same work are rerun once: the second would join the first, or do its work again. */
function onceEach(order: BulkOrder, run: OperationRun, works: Set<string>): TargetVerdict {
  if (order.action !== "rerun") return "taken";
  const work = JSON.stringify([run.environmentId, run.operationType, run.identityKey]);
  if (works.has(work)) return "same_work";
  works.add(work);
  return "taken";
}

/** One look for each worker, however many of the runs are its own. */
async function mayLive(
  reader: JudgeOptions["reader"],
  run: OperationRun,
  owners: Map<string, boolean>,
): Promise<boolean> {
  if (run.ownerId === null) return false;
  const known = owners.get(run.ownerId);
  if (known !== undefined) return known;
  const answer = await reader.ownerMayLive(run);
  owners.set(run.ownerId, answer);
  return answer;
}
