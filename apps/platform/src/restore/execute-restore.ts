import { setTimeout as sleep } from "node:timers/promises";
import type { ReconciliationDecision, RunResult, TrackedRun } from "settled";
import { v7 as uuidv7 } from "uuid";
import type { PlatformParts } from "../platform-parts.ts";
import { putBlobs } from "../store/blob.ts";
import { takeRestoreFence } from "../store/restore-fence.ts";
import { endRestore, findRestoresOfRun, insertRestore } from "../store/restore-store.ts";
import { decideRestore } from "./decide-restore.ts";
import type { ExecuteInput } from "./execute-input.ts";
import { blobsOfStates, readStates } from "./plan-contents.ts";
import { type PreparedRestore, prepareRestore } from "./prepare-restore.ts";
import { assertFence, inFence } from "./in-fence.ts";
import { openJournal } from "./journal.ts";
import type { RestoreDesk } from "./restore-desk.ts";
import { gatherRestoreEvidence } from "./restore-evidence.ts";
import type { RestorePlan } from "./restore-plan.ts";
import { type NotAttempted, writeItems } from "./write-items.ts";

/** How much longer than the provider takes to settle a worker waits for what it can tell itself. */
const SETTLED_WITHIN_MS = 1_000;

/**
 * Plans, seals the plan, writes item by item and ends by what the provider shows. Returns nothing where that cannot be
 * told yet: then the adapter asks again.
 */
export async function executeRestore(
  parts: PlatformParts,
  tracked: TrackedRun<ExecuteInput>,
): Promise<RunResult | void> {
  const { run } = tracked;
  // A second attempt never writes: what the first one did is judged, and a person resumes it.
  const sealed = await findRestoresOfRun(parts.database, run.workspaceId, run.id);
  if (sealed.length > 0) return;
  const fence = await parts.database.transaction(async (tx) => {
    await tracked.guard(tx);
    return takeRestoreFence(tx, run, run.id);
  });
  await parts.faults.reach("restore.before_plan", run.id);
  const prepared = await prepareRestore(parts, tracked);
  if ("outcome" in prepared) return prepared;
  const { target, settings, pinned } = prepared;
  const desk: RestoreDesk = { parts, tracked, settings, target, pinned, fence };
  const restoreId = await seal(desk, prepared);
  await parts.faults.reach("restore.after_seal", run.id);
  const { plan } = prepared.planned;
  const notAttempted = await writeItems(desk, openJournal(desk, restoreId), {
    items: plan.items,
    stateOf: await statesOf(desk, plan),
    approvals: prepared.approvals,
  });
  await parts.faults.reach("restore.after_items", run.id);
  return end(desk, restoreId, notAttempted);
}

async function seal(desk: RestoreDesk, prepared: PreparedRestore): Promise<string> {
  const { parts, tracked, fence } = desk;
  const { planned, resumesRestoreId } = prepared;
  const restoreId = uuidv7();
  await putBlobs(parts.database, tracked.run.workspaceId, blobsOfStates(planned.states));
  await inFence(desk, (tx) =>
    insertRestore(tx, tracked.run, {
      restoreId,
      runId: tracked.run.id,
      resumesRestoreId,
      fence,
      plan: planned.plan,
    }),
  );
  return restoreId;
}

function statesOf({ parts, tracked }: RestoreDesk, plan: RestorePlan) {
  const hashes = plan.items.flatMap(({ steps, desired, before }) =>
    steps.length === 0 ? [] : [desired, before].filter((one) => one !== null),
  );
  return readStates(parts.database, tracked.run.workspaceId, hashes);
}

/** The same look and the same ten rows by which a run is judged whose worker is dead. */
async function end(
  desk: RestoreDesk,
  restoreId: string,
  notAttempted: NotAttempted,
): Promise<void> {
  const { parts, tracked, target, settings } = desk;
  const { signal } = tracked;
  const { workspaceId, environmentId, id: runId } = tracked.run;
  const source = { parts, on: parts.database, signal, target, notAttempted };
  const until = performance.now() + settings.settleMs + SETTLED_WITHIN_MS;
  for (;;) {
    const evidence = await gatherRestoreEvidence(source, { workspaceId, environmentId, runId });
    const decision = decideRestore(tracked.attempt, evidence);
    const result = asResult(decision);
    if (result !== null) {
      return tracked.commit(async (tx) => {
        await assertFence(tx, desk);
        await endRestore(tx, tracked.run, { restoreId, judged: evidence.judged });
        return result;
      });
    }
    if (performance.now() > until) return;
    await sleep(evidence.checkAgainAfterMs, undefined, { signal });
  }
}

function asResult(decision: ReconciliationDecision): RunResult | null {
  const { decision: outcome, reason, summary } = decision;
  if (outcome === "undecided" || outcome === "cancelled") return null;
  const related = "related" in decision ? decision.related : undefined;
  return {
    outcome,
    reason,
    ...(related === undefined ? {} : { related }),
    ...(summary === undefined ? {} : { summary }),
  };
}
