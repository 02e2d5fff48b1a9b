import { relatedOf } from "settled";
import { listReviews } from "../store/review-store.ts";
import { spawnDemoWorker } from "./spawn-demo-worker.ts";
import {
  expectTruth,
  readAgain,
  sayWhatSettledSays,
  sayWhatTheQueueSays,
  scopeOf,
  type Stage,
  startRun,
  untilSettled,
} from "./stage.ts";

/** (a) The review is committed, the worker dies before it can say so. */
export async function killedAfterCommit(stage: Stage): Promise<void> {
  const scope = scopeOf("north");
  const { run } = await startRun(stage, scope, "environment.review.compose");
  const worker = spawnDemoWorker({
    databaseUrl: stage.databaseUrl,
    fault: "compose.after_commit=kill",
  });
  const { signal } = await worker.ended;
  stage.say(`   the worker was ended by ${signal} right after the review was committed`);
  await sayWhatTheQueueSays(stage, await readAgain(stage, run));
  const rescuer = spawnDemoWorker({ databaseUrl: stage.databaseUrl });
  const settled = await untilSettled(stage, run);
  await rescuer.stop();
  stage.runs.push(settled);
  sayWhatSettledSays(stage, settled);
  const reviews = await listReviews(stage.platform.database, scope);
  const own = reviews.filter(({ composedByRunId }) => composedByRunId === run.id);
  const produced = settled.outcome === "succeeded" || settled.outcome === "partially_succeeded";
  expectTruth(stage, produced, "the run ended by what it produced, although its worker is dead");
  expectTruth(
    stage,
    own.length === 1 && relatedOf(settled.context)?.id === own[0]?.reviewId,
    "it points to the one review that it made",
  );
}
