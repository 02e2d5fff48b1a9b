import type { ReconciliationAdapter } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { asExecutor } from "../store/as-executor.ts";
import { decideRestore } from "./decide-restore.ts";
import { gatherRestoreEvidence, type RestoreEvidence } from "./restore-evidence.ts";

/** What a restore wrote is asked of the provider itself, read-only and within the time of the look. */
export function restoreAdapter(parts: PlatformParts): ReconciliationAdapter<RestoreEvidence> {
  return {
    name: "restore",
    gather: (run, truth) =>
      gatherRestoreEvidence(
        { parts, on: asExecutor(truth), signal: truth.signal },
        { workspaceId: run.workspaceId, environmentId: run.environmentId, runId: run.id },
      ),
    decide: (run, evidence) => decideRestore(run.attempt, evidence),
  };
}
