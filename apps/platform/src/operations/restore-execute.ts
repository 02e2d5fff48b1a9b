import { defineOperation } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { executeInput } from "../restore/execute-input.ts";
import { executeRestore } from "../restore/execute-restore.ts";
import { restoreAdapter } from "../restore/restore-adapter.ts";
import { restoreArtifact } from "../restore/restore-artifact.ts";
import { ENVIRONMENT_REASONS } from "./environment-reasons.ts";
import { RESTORE_REASONS } from "./restore-reasons.ts";

/** Writes what a snapshot holds back to the environment. One at a time for each environment, and never by itself. */
export function restoreExecute(parts: PlatformParts) {
  return defineOperation({
    type: "restore.execute",
    formerTypes: ["environment.restore"],
    label: "Restore",
    environment: "required",
    input: executeInput,
    identity: () => "restore",
    capability: "restores.execute",
    queue: { name: "restores" },
    timeouts: { runWithinMs: 3_600_000 },
    // What was lost before it began is asked for again by a person: a tenant may have changed since.
    repeatable: false,
    handler: (run) => executeRestore(parts, run),
    adapter: restoreAdapter(parts),
    artifact: restoreArtifact(parts),
    copy: {
      doing: "Configuration is being restored",
      reasons: { ...ENVIRONMENT_REASONS, ...RESTORE_REASONS },
    },
  });
}
