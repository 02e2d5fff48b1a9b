import type { ArtifactDefinition } from "../catalog/artifact-definition.ts";
import type { TruthReader } from "../catalog/truth-reader.ts";
import { asRunId, type EnvironmentId, isRunId, type WorkspaceId } from "../run/scope.ts";
import { BULK_RECORD } from "./bulk-order.ts";

/** What the targets' own events, and the run's counts of looks that changed nothing, tell of an action on many. */
export interface BulkRecord {
  readonly workspaceId: WorkspaceId;
  readonly environmentId: EnvironmentId | null;
  readonly targets: number;
  readonly marked: number;
  readonly unchanged: number;
}

interface BulkRecordRow {
  readonly workspace_id: WorkspaceId;
  readonly environment_id: EnvironmentId | null;
  readonly targets: number;
  readonly marked: number;
  readonly unchanged: number;
}

/** `text` is the statement `find-bulk-record.sql`. */
export async function findBulkRecord(
  text: string,
  truth: TruthReader,
  id: string,
): Promise<BulkRecord | null> {
  if (!isRunId(id)) return null;
  const [row] = await truth.query<BulkRecordRow>(text, [id]);
  if (row === undefined) return null;
  const { workspace_id: workspaceId, environment_id: environmentId, ...counts } = row;
  return { workspaceId, environmentId, ...counts };
}

/** The record of an action on many: it bears the id of its run, and is there once a target bears its mark. */
export function bulkRecordArtifact(text: string): ArtifactDefinition {
  return {
    type: BULK_RECORD,
    label: "Record of an action on many runs",
    async find(truth, id) {
      const record = await findBulkRecord(text, truth, id);
      if (record === null) return null;
      const { workspaceId, environmentId, targets, marked, unchanged } = record;
      const reached = marked + unchanged;
      return {
        workspaceId,
        environmentId,
        title: `${reached} of ${targets} runs`,
        madeByRunId: asRunId(id),
        complete: reached > 0,
        state: reached >= targets ? "all done" : "done in part",
      };
    },
    href: ({ workspaceId }, id) => `/workspaces/${workspaceId}/runs/${id}`,
  };
}
