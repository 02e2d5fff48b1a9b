import type { ListedRunJson, ServedRunJson } from "../http/served-run-json.ts";
import { cancelRun, reconcileRun, rerunRun, resolveRun } from "./act-on-run.ts";
import type { OperationJson, RunListFilter } from "./answers.ts";
import { type ApiDoor, openApiDoor } from "./api-door.ts";
import { foretellBulk, startBulk } from "./bulk-runs.ts";
import { callApi } from "./call-api.ts";
import type { SettledClient } from "./client.ts";
import type { CallOptions, ClientOptions } from "./client-options.ts";
import { exportRuns } from "./export-runs.ts";
import { listEvents } from "./list-events.ts";
import { listPages, type ListOptions } from "./list-runs.ts";
import { readReadiness } from "./read-readiness.ts";
import { runPath, workspacePath } from "./runs-address.ts";
import { startRun } from "./start-run.ts";
import { waitForRun } from "./wait-for-run.ts";
import { watchRuns } from "./watch-runs.ts";

/** A client of the API, for browsers and Node. Opens nothing until it is called, and has nothing to be closed. */
export function createClient(options: ClientOptions): SettledClient {
  const door = openApiDoor(options);
  return {
    operations: (call = {}) => listOperations(door, call),
    start: (type, given = {}) => startRun(door, type, given),
    run: (id, { signal } = {}) =>
      callApi<ServedRunJson>(door, { method: "GET", path: runPath(door, id), signal }),
    events: (id, call = {}) => listEvents(door, id, call),
    list: (filter = {}, call = {}) => listRuns(door, filter, call),
    pages: (filter = {}, call = {}) => listPages(door, filter, call),
    wait: (id, call = {}) => waitForRun(door, id, call),
    watch: (call = {}) => watchRuns(door, call),
    cancel: (id, given = {}) => cancelRun(door, id, given),
    rerun: (id, given = {}) => rerunRun(door, id, given),
    reconcile: (id, given = {}) => reconcileRun(door, id, given),
    resolve: (id, given) => resolveRun(door, id, given),
    foretellBulk: (order, call = {}) => foretellBulk(door, order, call),
    bulk: (order, call = {}) => startBulk(door, order, call),
    export: (filter = {}, call = {}) => exportRuns(door, filter, call),
    readiness: (call = {}) => readReadiness(door, call),
  };
}

async function listOperations(
  door: ApiDoor,
  { signal }: CallOptions,
): Promise<readonly OperationJson[]> {
  const path = `${workspacePath(door)}/operations`;
  const { operations } = await callApi<{ readonly operations: readonly OperationJson[] }>(door, {
    method: "GET",
    path,
    signal,
  });
  return operations;
}

async function* listRuns(
  door: ApiDoor,
  filter: RunListFilter,
  options: ListOptions,
): AsyncGenerator<ListedRunJson, void> {
  for await (const { runs } of listPages(door, filter, options)) yield* runs;
}
