import type { ApiOperation } from "./api-operation.ts";
import { cancelRun } from "./cancel-run.ts";
import { EXPORT_AUDIT, exportAudit } from "./export-audit.ts";
import { LIST_AUDIT, listAudit } from "./list-audit.ts";
import { listOperations } from "./list-operations.ts";
import { listRunEvents } from "./list-run-events.ts";
import { listRuns } from "./list-runs.ts";
import { showRunPage } from "./pages/show-run-page.ts";
import { showRunsPage } from "./pages/show-runs-page.ts";
import { reconcileRun } from "./reconcile-run.ts";
import { rerunRun } from "./rerun-run.ts";
import { resolveRun } from "./resolve-run.ts";
import type { Route } from "./route.ts";
import { showLiveness, showReadiness } from "./show-health.ts";
import { showRun } from "./show-run.ts";
import { startRun } from "./start-run.ts";
import { waitForRun } from "./wait-for-run.ts";

const WORKSPACE = "/api/v1/workspaces/:workspace";

/** Every address that is answered. */
export const ROUTES: readonly Route[] = [
  open("/health/live", showLiveness),
  open("/health/ready", showReadiness),
  open("/api/v1/health/live", showLiveness),
  open("/api/v1/health/ready", showReadiness),
  api("GET", `${WORKSPACE}/operations`, listOperations),
  api("POST", `${WORKSPACE}/operations/:type/runs`, startRun),
  api("GET", `${WORKSPACE}/runs`, listRuns),
  api("GET", `${WORKSPACE}/runs/:run`, showRun),
  api("GET", `${WORKSPACE}/runs/:run/events`, listRunEvents),
  api("GET", `${WORKSPACE}/runs/:run:wait`, waitForRun),
  api("POST", `${WORKSPACE}/runs/:run:cancel`, cancelRun),
  api("POST", `${WORKSPACE}/runs/:run:reconcile`, reconcileRun),
  api("POST", `${WORKSPACE}/runs/:run:rerun`, rerunRun),
  api("POST", `${WORKSPACE}/runs/:run:resolve`, resolveRun),
  described(api("GET", `${WORKSPACE}/audit`, listAudit), LIST_AUDIT),
  described(api("GET", `${WORKSPACE}/audit:export`, exportAudit), EXPORT_AUDIT),
  page("/workspaces/:workspace/runs", showRunsPage),
  page("/workspaces/:workspace/runs/:run", showRunPage),
];

function described(route: Route, operation: ApiOperation): Route {
  return { ...route, operation };
}

type AnswerOf<Access extends Route["access"]> = Extract<Route, { access: Access }>["answer"];

function open(path: string, answer: AnswerOf<"open">): Route {
  return { method: "GET", path, surface: "api", access: "open", answer };
}

function api(method: Route["method"], path: string, answer: AnswerOf<"actor">): Route {
  return { method, path, surface: "api", access: "actor", answer };
}

function page(path: string, answer: AnswerOf<"actor">): Route {
  return { method: "GET", path, surface: "page", access: "actor", answer };
}
