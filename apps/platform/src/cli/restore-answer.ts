import type { OperationRun } from "settled";
import { reasonOf } from "settled";
import type { JudgedItem } from "../restore/item-judgement.ts";
import type { RestoreRecord } from "../restore/restore-record.ts";
import { planWords, restoreSentence, truthWords } from "../restore/restore-words.ts";
import type { CommandAnswer } from "./write-output.ts";

/** A restore with what was really written and verified of each item. */
export function restoreAnswer(
  run: OperationRun,
  restore: RestoreRecord,
  judged: readonly JudgedItem[],
): CommandAnswer {
  return {
    json: {
      run_id: run.id,
      restore_id: restore.restoreId,
      environment_id: restore.environmentId,
      snapshot_id: restore.snapshotId,
      resumes_restore_id: restore.resumesRestoreId,
      plan_hash: restore.planHash,
      sealed_at: restore.sealedAt,
      judged_at: restore.judgedAt,
      status: run.status,
      outcome: run.outcome,
      reason: reasonOf(run.context),
      summary: run.summary,
      sentence: restoreSentence(judged),
      items: judged.map(asJson),
    },
    columns: [
      { title: "No" },
      { title: "Action" },
      { title: "Truth" },
      { title: "Name" },
      { title: "Why" },
    ],
    rows: judged.map((one) => [
      String(one.item.itemNo),
      one.item.action,
      one.item.action === "skip" ? "as wanted" : one.judgement.truth.replaceAll("_", " "),
      one.item.name,
      whyOf(one),
    ]),
    notes: [restoreSentence(judged)],
  };
}

function whyOf(one: JudgedItem): string {
  const { item, judgement } = one;
  if (item.action === "skip") return planWords(item.reason);
  const more = judgement.duplicates.length > 0 ? judgement.duplicates.join(", ") : item.detail;
  return more === null ? truthWords(one) : `${truthWords(one)}: ${more}`;
}

function asJson(one: JudgedItem) {
  const { item, judgement } = one;
  return {
    no: item.itemNo,
    type: item.type,
    item_key: item.itemKey,
    name: item.name,
    action: item.action,
    steps: item.steps,
    truth: item.action === "skip" ? "as_wanted" : judgement.truth,
    reason: judgement.reason,
    why: whyOf(one),
    target_id: judgement.targetId,
    duplicates: judgement.duplicates,
    server_defaults: judgement.serverDefaults,
    approval_expires_at: judgement.approvalExpiresAt,
  };
}
