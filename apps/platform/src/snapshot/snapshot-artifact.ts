import { type ArtifactDefinition, asEnvironmentId } from "settled";
import { consolePath } from "../console-path.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findSnapshotAnywhere } from "../store/snapshot-store.ts";
import { isWholeSnapshot } from "./is-whole-snapshot.ts";

export const SNAPSHOT_ARTIFACT_TYPE = "environment_snapshot";

export const SNAPSHOT_ARTIFACT: ArtifactDefinition = {
  type: SNAPSHOT_ARTIFACT_TYPE,
  label: "Environment snapshot",
  async find(truth, id) {
    const on = asExecutor(truth);
    const { workspaceId } = truth.scope;
    const snapshot = await findSnapshotAnywhere(on, workspaceId, id);
    if (snapshot === null) return null;
    const scope = { workspaceId, environmentId: asEnvironmentId(snapshot.environmentId) };
    return {
      ...scope,
      title: `Snapshot of ${snapshot.sealedAt.toISOString().slice(0, 10)}`,
      madeByRunId: snapshot.capturedByRunId,
      complete: await isWholeSnapshot(on, scope, snapshot),
      state: snapshot.state,
    };
  },
  href: (scope, id) => consolePath(scope, `/snapshots/${id}`),
};
