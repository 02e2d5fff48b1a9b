import { spawnDemoWorker } from "./spawn-demo-worker.ts";
import { expectTruth, scopeOf, type Stage, startRun, untilSettled } from "./stage.ts";

const STARTS = 20;

/** (c) Twenty people start the same thing at the same moment. */
export async function parallelStarts(stage: Stage): Promise<void> {
  const scope = scopeOf("east");
  const answers = await Promise.all(
    Array.from({ length: STARTS }, (_, index) =>
      startRun(stage, scope, "environment.review.compose", `Person ${index + 1}`),
    ),
  );
  const ids = new Set(answers.map(({ run }) => run.id));
  const joined = answers.filter((answer) => answer.joined);
  const [first] = answers;
  if (first === undefined) throw new Error("Nobody started anything.");
  stage.say(`   ${STARTS} starts: ${ids.size} run, ${joined.length} joined to it`);
  stage.say(`   the run was started by ${first.run.initiator.name}, and all of them are told so`);
  expectTruth(
    stage,
    ids.size === 1 && joined.length === STARTS - 1,
    "one run, nineteen joined to it",
  );
  const worker = spawnDemoWorker({ databaseUrl: stage.databaseUrl });
  const settled = await untilSettled(stage, first.run);
  await worker.stop();
  stage.runs.push(settled);
  const produced = settled.outcome === "succeeded" || settled.outcome === "partially_succeeded";
  expectTruth(stage, produced && settled.attempt === 1, "it was executed once");
}
