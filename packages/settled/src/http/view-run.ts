import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { type ArtifactTruth, readArtifactTruth } from "../present/artifact-truth.ts";
import { presentRun } from "../present/present-run.ts";
import type { PresentedRun } from "../present/presented-run.ts";
import type { UsualTime } from "../ports/work-watch.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { Exchange } from "./exchange.ts";
import type { ServedSettled } from "./http-handler-options.ts";

const ARTIFACT_TIMEOUT_MS = 2_000;

/** A run with what was read and worded for one reader. */
export interface RunView {
  readonly run: OperationRun;
  readonly operation: OperationDefinition | null;
  readonly presented: PresentedRun;
  readonly maySeeDetail: boolean;
  readonly work: SeenWork;
  /** When it was looked at. */
  readonly now: Date;
}

/** What is known of the work while it is under way; nothing of a run that waits or has ended. */
export interface SeenWork {
  readonly signOfLife: Date | null;
  readonly usualTime: UsualTime | null;
}

export const NO_WORK: SeenWork = { signOfLife: null, usualTime: null };

/** The run as its own address shows it: its artifact is looked for just now. */
export async function viewRun(
  { desk }: Exchange,
  run: OperationRun,
  maySeeDetail: boolean,
): Promise<RunView> {
  const { settled } = desk;
  const [artifact, work] = await Promise.all([
    readArtifactTruth(
      { truthSource: settled.truth, catalog: settled.catalog, timeoutMs: ARTIFACT_TIMEOUT_MS },
      run,
    ),
    readWork(settled, run),
  ]);
  return { ...asRunView({ desk }, run, { artifact, maySeeDetail }), work };
}

/** Who has the run and how long such runs take, as far as the host tells. */
export async function readWork(
  { watch }: Pick<ServedSettled, "watch">,
  run: OperationRun,
): Promise<SeenWork> {
  if (watch === undefined || run.status !== "running") return NO_WORK;
  const [signOfLife, usualTime] = await Promise.all([watch.signOfLife(run), watch.usualTime(run)]);
  return { signOfLife, usualTime };
}

/** The run with an artifact that was looked for already, or was not (null). */
export function asRunView(
  { desk }: Pick<Exchange, "desk">,
  run: OperationRun,
  seen: { readonly artifact: ArtifactTruth | null; readonly maySeeDetail: boolean },
): RunView {
  const operation = desk.settled.catalog.find(run.operationType);
  const now = desk.now();
  const presented = presentRun(run, { now, operation, ...seen });
  return { run, operation, presented, maySeeDetail: seen.maySeeDetail, work: NO_WORK, now };
}
