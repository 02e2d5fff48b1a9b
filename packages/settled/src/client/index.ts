export type { ListedRunJson, ServedRunJson } from "../http/served-run-json.ts";
export type { RunEventJson } from "../present/run-event-json.ts";
export type {
  ActOnRun,
  BulkPreviewJson,
  BulkRun,
  BulkRuns,
  CancelledRun,
  ForetoldBulk,
  OperationJson,
  ReadinessJson,
  ReconciledRun,
  ReconcileRun,
  RerunRun,
  ResolveRun,
  RunListFilter,
  RunsPage,
  StartedRun,
  StartRun,
} from "./answers.ts";
export { ApiError } from "./api-error.ts";
export type { SettledClient } from "./client.ts";
export type { CallOptions, ClientClock, ClientOptions } from "./client-options.ts";
export { createClient } from "./create-client.ts";
export type { ExportOptions } from "./export-runs.ts";
export type { EventsOptions } from "./list-events.ts";
export type { ListOptions } from "./list-runs.ts";
export { NetworkError } from "./network-error.ts";
export type { ProblemFaultJson, ProblemJson } from "./problem-json.ts";
export { UnexpectedAnswerError } from "./unexpected-answer-error.ts";
export type { WaitOptions } from "./wait-for-run.ts";
export type { RunChangeJson, WatchedEvent } from "./watched-event.ts";
export type { WatchOptions } from "./watch-runs.ts";
