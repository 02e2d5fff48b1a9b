import { reasonOf } from "settled";
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

/** (b) The worker dies before it has written anything. */
export async function killedBeforeAnything(stage: Stage): Promise<void> {
  const { run } = await startRun(stage, scopeOf("south"), "environment.review.compose");
  const worker = spawnDemoWorker({
    databaseUrl: stage.databaseUrl,
    fault: "track.after_begin=kill",
  });
  const { signal } = await worker.ended;
  stage.say(`   the worker was ended by ${signal} before it wrote anything`);
  await sayWhatTheQueueSays(stage, await readAgain(stage, run));
  const rescuer = spawnDemoWorker({ databaseUrl: stage.databaseUrl });
  const settled = await untilSettled(stage, run);
  await rescuer.stop();
  stage.runs.push(settled);
  sayWhatSettledSays(stage, settled);
  expectTruth(stage, settled.outcome === "failed", "the run failed: nothing was produced");
  expectTruth(
    stage,
    reasonOf(settled.context) === "went_silent",
    "it says that its worker went silent",
  );
}
