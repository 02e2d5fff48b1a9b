import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { type ArtifactTruth, readArtifactTruth } from "../present/artifact-truth.ts";
import { presentRun } from "../present/present-run.ts";
import type { PresentedRun } from "../present/presented-run.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { Exchange } from "./exchange.ts";

const ARTIFACT_TIMEOUT_MS = 2_000;

/** A run with what was read and worded for one reader. */
export interface RunView {
  readonly run: OperationRun;
  readonly operation: OperationDefinition | null;
  readonly presented: PresentedRun;
  readonly maySeeDetail: boolean;
  /** When it was looked at. */
  readonly now: Date;
}

/** The run as its own address shows it: its artifact is looked for just now. */
export async function viewRun(
  { desk }: Exchange,
  run: OperationRun,
  maySeeDetail: boolean,
): Promise<RunView> {
  const { settled } = desk;
  const artifact = await readArtifactTruth(
    { truthSource: settled.truth, catalog: settled.catalog, timeoutMs: ARTIFACT_TIMEOUT_MS },
    run,
  );
  return asRunView({ desk }, run, { artifact, maySeeDetail });
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
  return { run, operation, presented, maySeeDetail: seen.maySeeDetail, now };
}
