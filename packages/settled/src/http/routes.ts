import type { ApiOperation } from "./api-operation.ts";
import { apiRoute } from "./api-route.ts";
import { BULK_RUNS_ROUTE } from "./bulk-runs-route.ts";
import { CANCEL_RUN, cancelRun } from "./cancel-run.ts";
import { EXPORT_RUNS_ROUTE } from "./export-runs-route.ts";
import { EXPORT_AUDIT, exportAudit } from "./export-audit.ts";
import { LIST_AUDIT, listAudit } from "./list-audit.ts";
import { LIST_OPERATIONS, listOperations } from "./list-operations.ts";
import { LIST_RUN_EVENTS, listRunEvents } from "./list-run-events.ts";
import { LIST_RUNS, listRuns } from "./list-runs.ts";
import { LIST_WORKERS, listWorkers } from "./list-workers.ts";
import { RECONCILE_RUN, reconcileRun } from "./reconcile-run.ts";
import { RERUN_RUN, rerunRun } from "./rerun-run.ts";
import { RESOLVE_RUN, resolveRun } from "./resolve-run.ts";
import type { Route } from "./route.ts";
import { SHOW_API_DOCUMENT, showApiDocument } from "./show-api-document.ts";
import { SHOW_LIVENESS, SHOW_READINESS, showLiveness, showReadiness } from "./show-health.ts";
import { SHOW_RUN, showRun } from "./show-run.ts";
import { START_RUN, startRun } from "./start-run.ts";
import { STREAM_EVENTS, streamEvents } from "./stream-events.ts";
import { WAIT_FOR_RUN, waitForRun } from "./wait-for-run.ts";

const WORKSPACE = "/api/v1/workspaces/:workspace";

/** Every address of the API and of its health. */
export const ROUTES: readonly Route[] = [
  open("/health/live", showLiveness, SHOW_LIVENESS),
  open("/health/ready", showReadiness, SHOW_READINESS),
  open("/api/v1/health/live", showLiveness, { ...SHOW_LIVENESS, id: "showApiLiveness" }),
  open("/api/v1/health/ready", showReadiness, { ...SHOW_READINESS, id: "showApiReadiness" }),
  apiRoute("GET", "/api/v1/openapi.json", showApiDocument, SHOW_API_DOCUMENT),
  apiRoute("GET", `${WORKSPACE}/operations`, listOperations, LIST_OPERATIONS),
  apiRoute("POST", `${WORKSPACE}/operations/:type/runs`, startRun, START_RUN),
  apiRoute("GET", `${WORKSPACE}/workers`, listWorkers, LIST_WORKERS),
  apiRoute("GET", `${WORKSPACE}/runs`, listRuns, LIST_RUNS),
  EXPORT_RUNS_ROUTE,
  BULK_RUNS_ROUTE,
  apiRoute("GET", `${WORKSPACE}/runs/:run`, showRun, SHOW_RUN),
  apiRoute("GET", `${WORKSPACE}/runs/:run/events`, listRunEvents, LIST_RUN_EVENTS),
  apiRoute("GET", `${WORKSPACE}/runs/:run:wait`, waitForRun, WAIT_FOR_RUN),
  apiRoute("POST", `${WORKSPACE}/runs/:run:cancel`, cancelRun, CANCEL_RUN),
  apiRoute("POST", `${WORKSPACE}/runs/:run:reconcile`, reconcileRun, RECONCILE_RUN),
  apiRoute("POST", `${WORKSPACE}/runs/:run:rerun`, rerunRun, RERUN_RUN),
  apiRoute("POST", `${WORKSPACE}/runs/:run:resolve`, resolveRun, RESOLVE_RUN),
  apiRoute("GET", `${WORKSPACE}/stream`, streamEvents, STREAM_EVENTS),
  apiRoute("GET", `${WORKSPACE}/audit`, listAudit, LIST_AUDIT),
  apiRoute("GET", `${WORKSPACE}/audit:export`, exportAudit, EXPORT_AUDIT),
];

type AnswerOf<Access extends Route["access"]> = Extract<Route, { access: Access }>["answer"];

function open(path: string, answer: AnswerOf<"open">, operation: ApiOperation): Route {
  return { method: "GET", path, surface: "api", access: "open", answer, operation };
}
