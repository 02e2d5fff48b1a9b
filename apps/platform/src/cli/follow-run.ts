import { setTimeout as sleep } from "node:timers/promises";
import type { OperationRun, Settled } from "settled";
import { presentRun } from "settled/present";
import { CommandFault, say } from "./terminal.ts";

const LOOK_EVERY_MS = 200;
const EXIT_RUN_FAILED = 4;
const EXIT_NEEDS_A_PERSON = 5;

/** Prints how a run comes along until it is completed. */
export async function followRun(
  settled: Settled,
  started: OperationRun,
  tell: (line: string) => void = say,
): Promise<OperationRun> {
  let run = started;
  let shown = "";
  for (;;) {
    const progress = run.status === "completed" ? null : run.progress;
    const counted = progress?.total == null ? "" : ` ${progress.done} of ${progress.total}`;
    const line = `  ${run.status}${counted}${progress?.message == null ? "" : ` ${progress.message}`}`;
    if (line !== shown) tell(line);
    shown = line;
    if (run.status === "completed") return run;
    await sleep(LOOK_EVERY_MS);
    const now = await settled.reader.findRun(run.workspaceId, run.id);
    if (now === null) throw new CommandFault("The run is gone. Ask your operator what removed it.");
    run = now;
  }
}

/** Says how a run ended, in the presenter's words; answers the exit code of its outcome. */
export function tellEnd(
  settled: Settled,
  run: OperationRun,
  tell: (line: string) => void = say,
): number {
  const operation = settled.catalog.find(run.operationType);
  const told = presentRun(run, { now: new Date(), operation, artifact: null, maySeeDetail: false });
  tell(told.title);
  tell(told.sentence);
  if (told.nextStep.text !== "") tell(told.nextStep.text);
  for (const [name, count] of Object.entries(run.summary)) {
    tell(`  ${name.replaceAll("_", " ")}: ${count}`);
  }
  if (run.outcome === "failed" || run.outcome === "cancelled") return EXIT_RUN_FAILED;
  const person = run.outcome === "blocked" || run.outcome === "attention_required";
  return person ? EXIT_NEEDS_A_PERSON : 0;
}
