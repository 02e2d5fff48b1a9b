import { itemWords, restoreSentence } from "../restore/restore-words.ts";
import type { FoundRestore, RestoreEntry } from "../server/gather-restore.ts";
import { restoreJson, restoreLineJson } from "../server/restore-json.ts";
import type { CommandAnswer } from "./write-output.ts";

/** A restore with what was really written and verified of each item. */
export function restoreAnswer(found: FoundRestore): CommandAnswer {
  const { judged } = found;
  return {
    json: restoreJson(found),
    columns: ["NO.", "ACTION", "TRUTH", "NAME", "WHY"].map((title) => ({ title })),
    rows: judged.map((one) => [
      String(one.item.itemNo),
      one.item.action,
      one.item.action === "skip" ? "as wanted" : one.judgement.truth.replaceAll("_", " "),
      one.item.name,
      itemWords(one),
    ]),
    notes: [restoreSentence(judged)],
  };
}

/** The restores of an environment, newest first. */
export function restoreListAnswer(entries: readonly RestoreEntry[]): CommandAnswer {
  return {
    json: { restores: entries.map(restoreLineJson) },
    columns: ["SEALED", "OUTCOME", "WRITTEN", "RUN"].map((title) => ({ title })),
    rows: entries.map(({ restore, run }) => [
      restore.sealedAt.toISOString().slice(0, 16).replace("T", " "),
      run?.outcome ?? run?.status ?? "gone",
      `${run?.summary["written"] ?? 0} of ${run?.summary["planned"] ?? 0}`,
      restore.runId,
    ]),
    notes: entries.length === 0 ? ["No restore of this environment has sealed a plan yet."] : [],
  };
}
