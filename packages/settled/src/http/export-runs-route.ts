import { VIEW_RUNS } from "./capabilities.ts";
import { exportRuns } from "./export-runs.ts";
import { EXPORT_QUERY } from "./run-query.ts";
import type { Route } from "./route.ts";

export const EXPORT_RUNS_ROUTE: Route = {
  method: "GET",
  path: "/api/v1/workspaces/:workspace/runs:export",
  surface: "api",
  access: "actor",
  answer: exportRuns,
  operation: {
    id: "exportRuns",
    summary: "All runs that a filter asks for, as a file",
    tag: "Runs",
    capability: VIEW_RUNS,
    query: EXPORT_QUERY,
    answers: {
      200: {
        description:
          "One run a line, newest first, up to 100,000: then the last line says that it is cut off. CSV with format=csv.",
        mediaType: "application/x-ndjson",
        otherMediaTypes: ["text/csv"],
        headers: { "Content-Disposition": "always" },
      },
    },
  },
};
