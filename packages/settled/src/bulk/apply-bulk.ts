import type { RunResult, TrackedRun } from "../catalog/tracked-run.ts";
import type { FaultPoints } from "../ports/fault-points.ts";
import type { RunId } from "../run/scope.ts";
import { type ActParts, actOnTarget } from "./act-on-target.ts";
import { type BulkInput, orderOf } from "./bulk-input.ts";
import { concludeBulk } from "./conclude-bulk.ts";
import type { TargetVerdict } from "./target-verdict.ts";

export interface BulkParts extends Omit<ActParts, "guard"> {
  readonly faults: FaultPoints;
}

/** Reached after each target: where the fault suite ends the process. */
const AFTER_TARGET = "bulk.after_target";

/**
 * Takes the action target by target. An attempt after a worker's death begins where the targets' own events end: none
 * is acted on twice. Told to stop, it ends with what was done.
 */
export async function applyBulk(
  parts: BulkParts,
  tracked: TrackedRun<BulkInput>,
): Promise<RunResult> {
  const { run, input, signal } = tracked;
  const { reader, faults } = parts;
  const order = orderOf(input);
  const act = { order, bulkRunId: run.id, initiator: run.initiator };
  const acting = { ...parts, guard: tracked.guard };
  const before = await markedBy(parts, tracked);
  const verdicts = new Map<RunId, TargetVerdict>();
  for (const target of input.targets) {
    if (signal.aborted) break;
    const verdict = before.has(target.id)
      ? "taken"
      : await actOnTarget(acting, act, {
          target,
          run: await reader.findRun(run.workspaceId, target.id),
        });
    verdicts.set(target.id, verdict);
    await faults.reach(AFTER_TARGET, run.id);
    await tracked.progress({ done: verdicts.size, total: input.targets.length });
  }
  // What was written while an answer was lost, or by an attempt that was taken for dead, is told by the events alone.
  const marked = await markedBy(parts, tracked);
  const all = input.targets.map(({ id }) =>
    marked.has(id) ? "taken" : (verdicts.get(id) ?? "not_reached"),
  );
  // Nothing was done: who was told to stop has no result of its own.
  if (signal.aborted && !all.includes("taken") && !all.includes("unchanged")) throw signal.reason;
  return concludeBulk(run.id, all);
}

async function markedBy(
  { reader }: BulkParts,
  { run }: TrackedRun<BulkInput>,
): Promise<ReadonlySet<RunId>> {
  const marks = await reader.listBulkMarks({ workspaceId: run.workspaceId, bulkRunId: run.id });
  return new Set(marks.map(({ targetId }) => targetId));
}
