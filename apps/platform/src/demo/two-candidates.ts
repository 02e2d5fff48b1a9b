import { relatedOf } from "settled";
import { v7 as uuidv7 } from "uuid";
import { insertImportedReview } from "../store/review-store.ts";
import { findLatestSnapshot } from "../store/snapshot-store.ts";
import { spawnDemoWorker } from "./spawn-demo-worker.ts";
import {
  expectTruth,
  sayWhatSettledSays,
  scopeOf,
  type Stage,
  startRun,
  untilSettled,
} from "./stage.ts";

/** (d) Two reviews claim the same run; nobody may pick one. */
export async function twoCandidates(stage: Stage): Promise<void> {
  const scope = scopeOf("west");
  const { database, settled: library } = stage.platform;
  const { run } = await startRun(stage, scope, "environment.review.compose");
  const worker = spawnDemoWorker({
    databaseUrl: stage.databaseUrl,
    fault: "compose.after_manifest=kill",
  });
  await worker.ended;
  const snapshot = await findLatestSnapshot(database, scope);
  if (snapshot === null) throw new Error("The environment has no snapshot.");
  for (const lineage of ["import-1", "import-2"]) {
    await insertImportedReview(database, scope, {
      reviewId: uuidv7(),
      runId: run.id,
      lineageKey: lineage,
      snapshotId: snapshot.snapshotId,
    });
  }
  stage.say("   the worker is dead, and an import has left two reviews that bear its run");
  const rescuer = spawnDemoWorker({ databaseUrl: stage.databaseUrl });
  const settled = await untilSettled(stage, run);
  await rescuer.stop();
  stage.runs.push(settled);
  sayWhatSettledSays(stage, settled);
  const events = await library.reader.listEvents({
    workspaceId: run.workspaceId,
    runId: run.id,
    afterSequence: "0",
    limit: 100,
  });
  const decided = events.find(({ kind }) => kind === "reconciled");
  const candidates = decided?.detail["candidates"];
  expectTruth(stage, settled.outcome === "attention_required", "the run asks for a person");
  expectTruth(stage, relatedOf(settled.context) === null, "it links to neither review");
  expectTruth(
    stage,
    Array.isArray(candidates) && candidates.length === 2,
    "both are kept in the timeline for privileged readers",
  );
}
