import { asEnvironmentId, type RunId, type WorkspaceId } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { findRestoresOfRun, listRestoreItems } from "../store/restore-store.ts";
import type { JudgedItem } from "./item-judgement.ts";
import { gatherRestoreEvidence } from "./restore-evidence.ts";
import type { RestoreRecord } from "./restore-record.ts";

export interface JudgedRestore {
  readonly restore: RestoreRecord;
  readonly judged: readonly JudgedItem[];
}

/** The restore of a run with what became of its items: as its run judged them, else as the provider shows them now. */
export async function readJudgedRestore(
  parts: PlatformParts,
  workspaceId: WorkspaceId,
  runId: RunId,
): Promise<JudgedRestore | null> {
  const { database: on } = parts;
  const [restore] = await findRestoresOfRun(on, workspaceId, runId);
  if (restore === undefined) return null;
  const environmentId = asEnvironmentId(restore.environmentId);
  const scope = { workspaceId, environmentId };
  const stored = await listRestoreItems(on, scope, restore.restoreId);
  const judged = stored.flatMap(({ item, judgement }) =>
    judgement === null ? [] : [{ item, judgement }],
  );
  if (judged.length === stored.length) return { restore, judged };
  const { signal } = new AbortController();
  const evidence = await gatherRestoreEvidence({ parts, on, signal }, { ...scope, runId });
  return { restore, judged: evidence.judged };
}
