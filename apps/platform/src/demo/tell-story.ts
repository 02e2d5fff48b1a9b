import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { positionLabelOf } from "settled/present";
import { reasonOf } from "settled";
import { migratePlatform, openPlatform } from "../platform.ts";
import { openDemoDatabase } from "./demo-database.ts";
import { killedAfterCommit } from "./killed-after-commit.ts";
import { killedBeforeAnything } from "./killed-before-anything.ts";
import { parallelStarts } from "./parallel-starts.ts";
import { pausedWorker } from "./paused-worker.ts";
import { killDemoWorkers, spawnDemoWorker } from "./spawn-demo-worker.ts";
import { addEnvironment, type Stage, startRun, untilSettled } from "./stage.ts";
import { twoCandidates } from "./two-candidates.ts";

const ENVIRONMENTS = ["north", "south", "east", "west", "island"];

const ACTS = [
  ["a", "The worker dies after the review is committed", killedAfterCommit],
  ["b", "The worker dies before anything was written", killedBeforeAnything],
  ["c", "Twenty parallel starts of the same thing", parallelStarts],
  ["d", "Two reviews claim the same run", twoCandidates],
  ["e", "A paused worker wakes after its run was settled", pausedWorker],
] as const;

export interface StoryOptions {
  readonly say: (text: string) => void;
  /** Resolves when nobody wants to hear the rest. */
  readonly stopped: Promise<void>;
}

/**
 * Tells the story of what happens to runs when things break, for real; answers whether every truth was as it should
 * be. However it ends, no worker, server or folder of it is left.
 */
export async function tellStory({
  say,
  stopped,
}: StoryOptions): Promise<"true" | "untrue" | "stopped"> {
  const startedMs = performance.now();
  let isStopped = false;
  say("Starting a PostgreSQL of its own, migrating, preparing the queue …");
  const database = await openDemoDatabase();
  const folder = await mkdtemp(join(tmpdir(), "settled-story-exports-"));
  try {
    await migratePlatform(database.url);
    const platform = openPlatform({ connectionString: database.url, supervise: false });
    try {
      await platform.settled.prepare();
      const sayOn = (text: string): void => {
        if (isStopped) throw new Error("The story was stopped.");
        say(text);
      };
      const stage: Stage = {
        platform,
        databaseUrl: database.url,
        say: sayOn,
        runs: [],
        untruths: [],
      };
      const acts = playActs(stage, folder);
      const end = await Promise.race([acts, stopped.then(() => "stopped" as const)]);
      if (end === "stopped") {
        say("\nStopping …");
        isStopped = true;
        // They end at their next word, or where the database is gone.
        acts.catch(() => undefined);
        return end;
      }
      sayTable(stage);
      say(`\nTold in ${Math.round((performance.now() - startedMs) / 1_000)} s.`);
      for (const untruth of stage.untruths)
        say(styleText("red", `Not as it should be: ${untruth}`));
      return stage.untruths.length === 0 ? "true" : "untrue";
    } finally {
      killDemoWorkers();
      await platform.close();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
    killDemoWorkers();
  }
}

async function playActs(stage: Stage, folder: string): Promise<void> {
  await captureEnvironments(stage, folder);
  for (const [letter, title, act] of ACTS) {
    stage.say(`\n${styleText("bold", `(${letter}) ${title}`)}`);
    await act(stage);
  }
}

async function captureEnvironments(stage: Stage, folder: string): Promise<void> {
  stage.say(`Capturing a snapshot of ${ENVIRONMENTS.length} generated environments …`);
  const worker = spawnDemoWorker({ databaseUrl: stage.databaseUrl, concurrency: 4 });
  const captures = await Promise.all(
    ENVIRONMENTS.map(async (name) => {
      const scope = await addEnvironment(stage, name, join(folder, name));
      return startRun(stage, scope, "environment.snapshot.capture");
    }),
  );
  for (const { run } of captures) await untilSettled(stage, run);
  await worker.stop();
}

function sayTable(stage: Stage): void {
  stage.say(`\n${styleText("bold", "The runs of the story")}`);
  const titles = ["RUN".padEnd(36), "WHERE".padEnd(8), "HOW IT ENDED".padEnd(24)];
  stage.say(`  ${[...titles, "REASON".padEnd(20), "HOW WE KNOW"].join("  ")}`);
  for (const run of stage.runs) {
    const { glyph, label } = positionLabelOf(run);
    const how =
      run.context.reconciliation === undefined ? "told by its worker" : "settled by the truth";
    const columns = [
      run.id,
      (run.environmentId ?? "").padEnd(8),
      `${glyph} ${label}`.padEnd(24),
      (reasonOf(run.context) ?? "").padEnd(20),
      how,
    ];
    stage.say(`  ${columns.join("  ")}`);
  }
}
