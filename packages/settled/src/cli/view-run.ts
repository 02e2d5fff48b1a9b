import { readArtifactTruth } from "../present/artifact-truth.ts";
import { asListedJson } from "../present/listed-run-json.ts";
import { presentRun } from "../present/present-run.ts";
import type { PresentedRun } from "../present/presented-run.ts";
import { asRunEventJson, type RunEventJson } from "../present/run-event-json.ts";
import { asRunJson, type RunJson } from "../present/run-json.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { RunEvent } from "../run/run-event.ts";
import type { Desk } from "./open-desk.ts";

/** Links are those of the HTTP API, so that both surfaces answer the same JSON. */
const BASE_PATH = "/api/v1";
const ARTIFACT_WITHIN_MS = 5_000;

export interface RunView {
  readonly run: OperationRun;
  readonly presented: PresentedRun;
  readonly json: RunJson;
}

/** A run as readers see it, with its artifact looked at just now. */
export async function viewRun(desk: Desk, run: OperationRun, now: Date): Promise<RunView> {
  const { truth: truthSource, catalog } = desk;
  const options = { truthSource, catalog, timeoutMs: ARTIFACT_WITHIN_MS };
  return present(desk, run, { now, artifact: await readArtifactTruth(options, run) });
}

/** As in long lists: no artifact is asked for, and the JSON names the one that was recorded. */
export function viewListedRun(desk: Desk, run: OperationRun, now: Date): RunView {
  const view = present(desk, run, { now, artifact: null });
  return { ...view, json: asListedJson(view.json, run, desk.catalog) };
}

export function viewEvent(desk: Desk, run: OperationRun, event: RunEvent): RunEventJson {
  const operation = desk.catalog.find(run.operationType);
  return asRunEventJson(event, { operation, maySeeDetail: false });
}

function present(
  desk: Desk,
  run: OperationRun,
  look: { readonly now: Date; readonly artifact: PresentedRun["artifact"] },
): RunView {
  const operation = desk.catalog.find(run.operationType);
  const presented = presentRun(run, { ...look, operation, maySeeDetail: false });
  return { run, presented, json: asRunJson(run, presented, { basePath: BASE_PATH }) };
}
