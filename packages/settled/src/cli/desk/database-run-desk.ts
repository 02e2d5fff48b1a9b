import { createAddresses } from "../../http/addresses.ts";
import { asCursorText, readCursorText } from "../../http/run-cursor.ts";
import {
  asListedRunJson,
  asServedRunJson,
  type ServedRunJson,
} from "../../http/served-run-json.ts";
import type { RunFilter } from "../../ports/run-reader.ts";
import { type ArtifactTruth, readArtifactTruth } from "../../present/artifact-truth.ts";
import { operationLabelOf, presentRun } from "../../present/present-run.ts";
import { asRunEventJson } from "../../present/run-event-json.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asEnvironmentId, type WorkspaceId } from "../../run/scope.ts";
import { isSettledError, SettledError } from "../../run/settled-error.ts";
import type { CliIo } from "../cli-io.ts";
import type { Desk } from "../open-desk.ts";
import { readTimeline } from "./read-timeline.ts";
import type { ListInput, RunDesk } from "./run-desk.ts";

export interface DatabaseDeskOptions<Open extends Desk = Desk> {
  readonly io: CliIo;
  readonly desk: Open;
  readonly workspaceId: WorkspaceId;
}

/** Links are those of the HTTP API, so that both doors answer the same JSON. */
const ADDRESSES = { addresses: createAddresses("") };
const ARTIFACT_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** The desk of a database. It reads; technical detail stays out of terminals and their logs. */
export function createDatabaseRunDesk(options: DatabaseDeskOptions): RunDesk {
  const { io, desk, workspaceId } = options;
  return {
    workspaceId,
    operations: () => Promise.resolve(desk.catalog.operations.map(asOperationJson)),
    async listRuns({ filter, limit, cursor }) {
      const after = cursor === undefined ? null : placeOf(cursor);
      const asked = { workspaceId, filter: asRunFilter(filter), after, limit };
      const { runs, next } = await desk.reader.listRuns(asked);
      return {
        runs: runs.map((run) => asListedRunJson(viewOf(options, run, null), ADDRESSES)),
        cursor: next === null ? null : asCursorText(next),
      };
    },
    async findRun(id) {
      const run = await desk.reader.findRun(workspaceId, id);
      return run === null ? null : viewRun(options, run);
    },
    async *timeline(runId, after) {
      const run = await desk.reader.findRun(workspaceId, runId);
      const operation = run === null ? null : desk.catalog.find(run.operationType);
      for await (const event of readTimeline(desk.reader, { workspaceId, runId }, after)) {
        yield asRunEventJson(event, { operation, maySeeDetail: false });
      }
    },
    awaitNews: () => io.clock.sleep(LOOK_EVERY_MS),
    isPassing: (error) => isSettledError(error, "database_unavailable"),
  };
}

/** A run as readers see it, with its artifact looked at just now. */
export async function viewRun(
  options: DatabaseDeskOptions,
  run: OperationRun,
): Promise<ServedRunJson> {
  const { truth: truthSource, catalog } = options.desk;
  const looking = { truthSource, catalog, timeoutMs: ARTIFACT_WITHIN_MS };
  const artifact = await readArtifactTruth(looking, run);
  return asServedRunJson(viewOf(options, run, artifact), ADDRESSES);
}

function viewOf(
  { io, desk }: DatabaseDeskOptions,
  run: OperationRun,
  artifact: ArtifactTruth | null,
) {
  const operation = desk.catalog.find(run.operationType);
  const viewer = { now: io.now(), operation, artifact, maySeeDetail: false };
  return { ...viewer, run, presented: presentRun(run, viewer) };
}

function asOperationJson(operation: Desk["catalog"]["operations"][number]) {
  const { type, capability } = operation;
  return { type, label: operationLabelOf(operation), capability };
}

function asRunFilter({ status, outcome, type, environment }: ListInput["filter"]): RunFilter {
  return {
    ...(status === undefined ? {} : { status }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(type === undefined ? {} : { operationType: type }),
    ...(environment === undefined ? {} : { environmentId: environment.map(asEnvironmentId) }),
  };
}

function placeOf(cursor: string) {
  const place = readCursorText(cursor);
  if (place !== null) return place;
  throw new SettledError("invalid_cursor", "The cursor is not one that a list has given out.");
}
