import type { RunScope } from "settled";
import { findRestoreAnywhere } from "../store/restore-store.ts";
import { readRestore } from "./judge-restore.ts";
import { keyOfItem } from "./match-targets.ts";
import type { PlanOptions } from "./restore-plan.ts";
import { type EvidenceSource, gatherRestoreEvidence } from "./restore-evidence.ts";

/** What a restore that goes on where an earlier one ended has to know of it. */
export interface EarlierRestore {
  readonly restoreId: string;
  readonly snapshotId: string;
  readonly options: PlanOptions;
  readonly selected: ReadonlySet<string>;
  /** By `keyOfItem`: what stands for an item already, so that it is not created again. */
  readonly known: ReadonlyMap<string, string>;
  readonly approvals: ReadonlyMap<string, string>;
}

/**
 * The earlier restore by what the provider shows of it now. One that still cannot be told is not gone on with: what it
 * may have written would be written again.
 */
export async function readEarlierRestore(
  source: EvidenceSource,
  scope: RunScope,
  restoreId: string,
): Promise<EarlierRestore | "missing" | "unverified"> {
  const { on } = source;
  const record = await findRestoreAnywhere(on, scope.workspaceId, restoreId);
  if (record === null || record.environmentId !== scope.environmentId) return "missing";
  const { workspaceId, environmentId } = scope;
  const evidence = await gatherRestoreEvidence(source, {
    workspaceId,
    environmentId,
    runId: record.runId,
  });
  const { judged } = evidence;
  if (!evidence.sealed || judged.some(({ judgement }) => judgement.truth === "unknown")) {
    return "unverified";
  }
  const { attempts } = await readRestore(on, scope, restoreId);
  const codes = new Map(
    attempts.flatMap(({ itemNo, approvalCode }) =>
      approvalCode === null ? [] : [[itemNo, approvalCode] as const],
    ),
  );
  return {
    restoreId,
    snapshotId: record.snapshotId,
    options: record.options,
    selected: new Set(judged.map(({ item }) => keyOfItem(item))),
    known: new Map(
      judged.flatMap(({ item, judgement: { targetId } }) =>
        targetId === null ? [] : [[keyOfItem(item), targetId] as const],
      ),
    ),
    approvals: new Map(
      judged.flatMap(({ item }) => {
        const code = codes.get(item.itemNo);
        return code === undefined ? [] : [[keyOfItem(item), code] as const];
      }),
    ),
  };
}
