import { createAddresses } from "../../http/addresses.ts";
import { asCursorText, readCursorText } from "../../http/run-cursor.ts";
import {
  asListedRunJson,
  asServedRunJson,
  type ListedRunJson,
  type ServedRunJson,
} from "../../http/served-run-json.ts";
import { asOfferedOperation } from "../../http/offered-operation.ts";
import { NO_WORK, readWork } from "../../http/view-run.ts";
import { PAGE_SIZE_MAX, type RunCursor } from "../../ports/run-reader.ts";
import { type ArtifactTruth, readArtifactTruth } from "../../present/artifact-truth.ts";
import { presentRun } from "../../present/present-run.ts";
import { runCsvHead, runCsvLine } from "../../present/run-csv.ts";
import { asRunEventJson } from "../../present/run-event-json.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import type { WorkspaceId } from "../../run/scope.ts";
import { isSettledError, SettledError } from "../../run/settled-error.ts";
import type { CliIo } from "../cli-io.ts";
import type { Desk } from "../open-desk.ts";
import { jsonText } from "../terminal-text.ts";
import { asRunFilter } from "./asked-filter.ts";
import { readTimeline } from "./read-timeline.ts";
import type { RunDesk } from "./run-desk.ts";

export interface DatabaseDeskOptions<Open extends Desk = Desk> {
  readonly io: CliIo;
  readonly desk: Open;
  readonly workspaceId: WorkspaceId;
}

/** Links are those of the HTTP API, so that both doors answer the same JSON. */
const ADDRESSES = createAddresses("");
const ARTIFACT_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** The desk of a database. It reads; technical detail stays out of terminals and their logs. */
export function createDatabaseRunDesk(options: DatabaseDeskOptions): RunDesk {
  const { io, desk, workspaceId } = options;
  return {
    workspaceId,
    operations: () =>
      Promise.resolve(
        desk.catalog.operations.filter(({ offered }) => offered).map(asOfferedOperation),
      ),
    async listRuns({ filter, limit, cursor }) {
      const after = cursor === undefined ? null : placeOf(cursor);
      const asked = { workspaceId, filter: asRunFilter(filter), after, limit };
      const { runs, next } = await desk.reader.listRuns(asked);
      return {
        runs: runs.map((run) => listedRun(options, run)),
        cursor: next === null ? null : asCursorText(next),
      };
    },
    async *exportRuns(filter, format) {
      if (format === "csv") yield runCsvHead();
      const asked = { workspaceId, filter: asRunFilter(filter), limit: PAGE_SIZE_MAX };
      let after: RunCursor | null = null;
      do {
        const page = await desk.reader.listRuns({ ...asked, after });
        for (const run of page.runs) {
          const json = listedRun(options, run);
          yield format === "csv" ? runCsvLine(json, run) : `${jsonText(json)}\n`;
        }
        after = page.next;
      } while (after !== null);
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
  const [artifact, work] = await Promise.all([
    readArtifactTruth(looking, run),
    readWork(options.desk, run),
  ]);
  return asServedRunJson({ ...viewOf(options, run, artifact), work }, { addresses: ADDRESSES });
}

function listedRun(options: DatabaseDeskOptions, run: OperationRun): ListedRunJson {
  const { catalog } = options.desk;
  return asListedRunJson(viewOf(options, run, null), {
    addresses: ADDRESSES,
    settled: { catalog },
  });
}

function viewOf(
  { io, desk }: DatabaseDeskOptions,
  run: OperationRun,
  artifact: ArtifactTruth | null,
) {
  const operation = desk.catalog.find(run.operationType);
  const viewer = { now: io.now(), operation, artifact, maySeeDetail: false };
  return { ...viewer, work: NO_WORK, run, presented: presentRun(run, viewer) };
}

function placeOf(cursor: string) {
  const place = readCursorText(cursor);
  if (place !== null) return place;
  throw new SettledError("invalid_cursor", "The cursor is not one that a list has given out.");
}
