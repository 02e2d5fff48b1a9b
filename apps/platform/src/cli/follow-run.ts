import { setTimeout as sleep } from "node:timers/promises";
import type { OperationRun, Settled } from "settled";
import { presentRun, readArtifactTruth } from "settled/present";
import { EXIT } from "./exit-code.ts";
import { createProgressLine, progressBar } from "./progress-line.ts";
import { CommandFault, say } from "./terminal.ts";

const LOOK_EVERY_MS = 200;
const ARTIFACT_WITHIN_MS = 5_000;

/** Shows how a run comes along until it is completed. */
export async function followRun(
  settled: Settled,
  started: OperationRun,
  tell: (line: string) => void = say,
): Promise<OperationRun> {
  const line = createProgressLine(tell);
  let run = started;
  try {
    while (run.status !== "completed") {
      line.show(comingAlong(run));
      await sleep(LOOK_EVERY_MS);
      const now = await settled.reader.findRun(run.workspaceId, run.id);
      if (now === null) {
        throw new CommandFault("The run is gone. Ask your operator what removed it.");
      }
      run = now;
    }
    return run;
  } finally {
    line.end();
  }
}

function comingAlong({ status, progress }: OperationRun): string {
  if (progress === null) return status;
  const bar = progressBar(progress.done, progress.total);
  return `${status} ${bar}${progress.message === null ? "" : ` ${progress.message}`}`;
}

/** Says how a run ended and where its result is, in the presenter's words; answers the exit code of its outcome. */
export async function tellEnd(
  settled: Settled,
  run: OperationRun,
  tell: (line: string) => void = say,
): Promise<number> {
  const { catalog, truth: truthSource } = settled;
  const operation = catalog.find(run.operationType);
  const artifact = await readArtifactTruth(
    { truthSource, catalog, timeoutMs: ARTIFACT_WITHIN_MS },
    run,
  );
  const told = presentRun(run, { now: new Date(), operation, artifact, maySeeDetail: false });
  tell(told.title);
  tell(told.sentence);
  if (told.nextStep.text !== "") tell(`Next: ${told.nextStep.text}`);
  if (artifact.kind === "present") {
    tell(`Result: ${artifact.title}${artifact.href === null ? "" : `, ${artifact.href}`}`);
  }
  const counts = Object.entries(run.summary);
  if (counts.length > 0) tell(`Counts: ${counts.map(countWords).join(", ")}`);
  tell(`More: npx settled runs show ${run.id} --workspace ${run.workspaceId}`);
  if (run.outcome === "failed" || run.outcome === "cancelled") return EXIT.runFailed;
  const person = run.outcome === "blocked" || run.outcome === "attention_required";
  return person ? EXIT.needsPerson : EXIT.ok;
}

function countWords([name, count]: readonly [string, number]): string {
  return `${count} ${name.replaceAll("_", " ")}`;
}
