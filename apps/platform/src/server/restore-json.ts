import { reasonOf } from "settled";
import { positionLabelOf } from "settled/present";
import type { JudgedItem } from "../restore/item-judgement.ts";
import { plannedItemJson } from "../restore/plan-json.ts";
import { itemWords, restoreSentence } from "../restore/restore-words.ts";
import type { JournaledAttempt } from "../store/restore-journal.ts";
import type { FoundRestore, RestoreEntry } from "./gather-restore.ts";

/** One restore as a line: what was sealed, and how its run ended. */
export function restoreLineJson({ restore, run }: RestoreEntry) {
  return {
    restore_id: restore.restoreId,
    run_id: restore.runId,
    environment_id: restore.environmentId,
    snapshot_id: restore.snapshotId,
    resumes_restore_id: restore.resumesRestoreId,
    sealed_at: restore.sealedAt.toISOString(),
    judged_at: restore.judgedAt?.toISOString() ?? null,
    status: run?.status ?? null,
    outcome: run?.outcome ?? null,
    label: run === null ? null : positionLabelOf(run).label,
    reason: run === null ? null : reasonOf(run.context),
    summary: run?.summary ?? {},
  };
}

/** The plan, what became of each item, and every request that was journaled. */
export function restoreJson(found: FoundRestore) {
  const { restore, judged, attempts } = found;
  return {
    ...restoreLineJson(found),
    plan_hash: restore.planHash,
    ca_state: restore.options.accessState,
    sentence: restoreSentence(judged),
    items: judged.map(itemJson),
    attempts: attempts.map(attemptJson),
  };
}

function itemJson(one: JudgedItem) {
  const { item, judgement } = one;
  return {
    ...plannedItemJson(item),
    truth: item.action === "skip" ? "as_wanted" : judgement.truth,
    reason: item.action === "skip" ? item.reason : judgement.reason,
    why: itemWords(one),
    target_id: judgement.targetId,
    duplicates: judgement.duplicates,
    server_defaults: judgement.serverDefaults,
    approval_expires_at: judgement.approvalExpiresAt,
  };
}

/** Without the approval code, which is a right, and without the ids that stood before, which are many. */
export function attemptJson(attempt: JournaledAttempt) {
  return {
    no: attempt.attemptNo,
    item_no: attempt.itemNo,
    step: attempt.step,
    started_at: attempt.startedAt.toISOString(),
    outcome: attempt.outcome,
    reason: attempt.reason,
    http_status: attempt.httpStatus,
    request_id: attempt.requestId,
    response_id: attempt.responseId,
    approval_expires_at: attempt.approvalExpiresAt?.toISOString() ?? null,
  };
}
