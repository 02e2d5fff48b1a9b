import { defineOperation } from "settled";
import { z } from "zod";
import type { PlatformParts } from "../platform-parts.ts";
import { captureSnapshot } from "../snapshot/capture-snapshot.ts";
import { SNAPSHOT_ADAPTER } from "../snapshot/snapshot-adapter.ts";
import { SNAPSHOT_ARTIFACT } from "../snapshot/snapshot-artifact.ts";
import { ENVIRONMENT_REASONS, FOLDER_REASONS, PROVIDER_REASONS } from "./environment-reasons.ts";

/** Reads what an environment's provider shows and seals it as a snapshot. One at a time for each environment. */
export function environmentSnapshotCapture(parts: PlatformParts) {
  return defineOperation({
    type: "environment.snapshot.capture",
    formerTypes: ["environment.snapshot", "snapshot.capture"],
    label: "Environment snapshot",
    environment: "required",
    input: z.strictObject({}),
    identity: () => "capture",
    capability: "snapshots.capture",
    queue: { name: "environment-snapshots" },
    timeouts: { runWithinMs: 600_000 },
    repeatable: true,
    handler: (run) => captureSnapshot(parts, run),
    adapter: SNAPSHOT_ADAPTER,
    artifact: SNAPSHOT_ARTIFACT,
    copy: {
      doing: "The environment's configuration is being read",
      reasons: {
        ...ENVIRONMENT_REASONS,
        ...FOLDER_REASONS,
        ...PROVIDER_REASONS,
        identity_differs: {
          title: "The export is another tenant's",
          meaning:
            "What the environment points to says that it is another tenant than the one it was pinned to. Nothing was kept of it.",
          nextStep: "Point the environment to the export of its own tenant, then capture again.",
        },
        snapshot_sealed: {
          title: "The snapshot is sealed",
          meaning: "Everything that the provider showed was read and sealed.",
          nextStep: "Nothing to do. A review can be composed from it.",
        },
        coverage_partial: {
          title: "The snapshot is sealed, with gaps",
          meaning:
            "Some objects or types could not be read whole. They are named, and are not known to be gone.",
          nextStep: "Open the snapshot to see what is missing, mend the export and capture again.",
        },
      },
    },
  });
}
