import { asEnvironmentId, type WorkspaceId } from "settled";
import { listRestoreItems } from "../store/restore-store.ts";
import type { JudgedItem } from "./item-judgement.ts";
import { type EvidenceSource, gatherRestoreEvidence } from "./restore-evidence.ts";
import type { RestoreRecord } from "./restore-record.ts";

/** What became of the items: as the run judged them, else as the provider shows them now. */
export async function readJudgedItems(
  source: EvidenceSource,
  workspaceId: WorkspaceId,
  restore: RestoreRecord,
): Promise<readonly JudgedItem[]> {
  const scope = { workspaceId, environmentId: asEnvironmentId(restore.environmentId) };
  const stored = await listRestoreItems(source.on, scope, restore.restoreId);
  const judged = stored.flatMap(({ item, judgement }) =>
    judgement === null ? [] : [{ item, judgement }],
  );
  if (judged.length === stored.length) return judged;
  return (await gatherRestoreEvidence(source, { ...scope, runId: restore.runId })).judged;
}
