import { setTimeout as sleep } from "node:timers/promises";
import { listReviews } from "../store/review-store.ts";
import { spawnDemoWorker } from "./spawn-demo-worker.ts";
import {
  expectTruth,
  readAgain,
  sayWhatSettledSays,
  scopeOf,
  type Stage,
  startRun,
  untilSettled,
} from "./stage.ts";

const REPORT_WITHIN_MS = 10_000;

/** (e) A worker is paused, its run is settled without it, and then it wakes and wants to go on. */
export async function pausedWorker(stage: Stage): Promise<void> {
  const scope = scopeOf("island");
  const { run } = await startRun(stage, scope, "environment.review.compose");
  const zombie = spawnDemoWorker({
    databaseUrl: stage.databaseUrl,
    fault: "compose.after_blobs=stop",
  });
  await zombie.ready;
  stage.say("   the worker is paused by SIGSTOP; its lease runs out after 15 s");
  const rescuer = spawnDemoWorker({ databaseUrl: stage.databaseUrl });
  const settled = await untilSettled(stage, run);
  sayWhatSettledSays(stage, settled);
  expectTruth(stage, settled.outcome === "failed", "the run was settled: nothing was produced");
  stage.say("   the worker wakes up and goes on where it was");
  zombie.kill("SIGCONT");
  const kinds = await untilLateReport(stage, run);
  await Promise.all([zombie.stop(), rescuer.stop()]);
  const after = await readAgain(stage, run);
  stage.runs.push(after);
  const reviews = await listReviews(stage.platform.database, scope);
  expectTruth(
    stage,
    kinds.includes("late_report"),
    "its report was refused, and is kept in the timeline",
  );
  expectTruth(
    stage,
    after.outcome === "failed" && reviews.length === 0,
    "no review appeared behind our backs",
  );
}

async function untilLateReport(
  stage: Stage,
  run: Parameters<typeof readAgain>[1],
): Promise<readonly string[]> {
  const deadline = performance.now() + REPORT_WITHIN_MS;
  for (;;) {
    const events = await stage.platform.settled.reader.listEvents({
      workspaceId: run.workspaceId,
      runId: run.id,
      afterSequence: "0",
      limit: 100,
    });
    const kinds = events.map(({ kind }) => kind);
    if (kinds.includes("late_report") || performance.now() > deadline) return kinds;
    await sleep(200);
  }
}
