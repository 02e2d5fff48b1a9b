import { type ArtifactDefinition, asEnvironmentId, type RunScope } from "settled";
import { consolePath } from "../console-path.ts";
import type { PlatformParts } from "../platform-parts.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findRestoreAnywhere, listRestoreItems } from "../store/restore-store.ts";
import { RESTORE_ARTIFACT_TYPE } from "./restore-artifact-type.ts";
import { type EvidenceSource, gatherRestoreEvidence } from "./restore-evidence.ts";
import { type RestoreRecord, sealHolds } from "./restore-record.ts";

/** Complete = its plan is as it was sealed and every item is judged; what the run left open is asked of the provider. */
export function restoreArtifact(parts: PlatformParts): ArtifactDefinition {
  return {
    type: RESTORE_ARTIFACT_TYPE,
    label: "Restore",
    async find(truth, id) {
      const on = asExecutor(truth);
      const { workspaceId } = truth.scope;
      const restore = await findRestoreAnywhere(on, workspaceId, id);
      if (restore === null) return null;
      const environmentId = asEnvironmentId(restore.environmentId);
      const scope = { workspaceId, environmentId };
      return {
        ...scope,
        title: `Restore of ${restore.sealedAt.toISOString().slice(0, 10)}`,
        madeByRunId: restore.runId,
        complete: await isWhole({ parts, on, signal: truth.signal }, scope, restore),
        state: restore.judgedAt === null ? "sealed" : "judged",
      };
    },
    href: (scope, id) => consolePath(scope, `/restores/${id}`),
  };
}

async function isWhole(
  source: EvidenceSource,
  scope: RunScope,
  restore: RestoreRecord,
): Promise<boolean> {
  const items = await listRestoreItems(source.on, scope, restore.restoreId);
  const planned = items.map(({ item }) => item);
  if (!sealHolds(restore, planned)) return false;
  if (items.every(({ judgement }) => judgement !== null)) return true;
  const { judged } = await gatherRestoreEvidence(source, { ...scope, runId: restore.runId });
  return judged.every(({ judgement }) => judgement.truth !== "unknown");
}
