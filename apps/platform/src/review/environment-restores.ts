import type { RunScope, Settled } from "settled";
import { presentRun } from "settled/present";
import type { RestoreLine } from "./later-answers.ts";

const RESTORE_OPERATION = "restore.execute";
const RESTORES_MAX = 10;

/** The last restores of an environment, newest first, each in the words of its own run. */
export async function listRestores(
  settled: Settled,
  { workspaceId, environmentId }: RunScope,
  now: Date,
): Promise<readonly RestoreLine[]> {
  const { runs } = await settled.reader.listRuns({
    workspaceId,
    filter: {
      operationType: [RESTORE_OPERATION],
      environmentId: environmentId === null ? [] : [environmentId],
    },
    after: null,
    limit: RESTORES_MAX,
  });
  return runs.map((run) => {
    const operation = settled.catalog.find(run.operationType);
    const told = presentRun(run, { now, operation, artifact: null, maySeeDetail: false });
    return {
      run_id: run.id,
      title: told.title,
      sentence: told.sentence,
      started_at: (run.startedAt ?? run.createdAt).toISOString(),
      is_done: run.status === "completed",
    };
  });
}
