export {
  type Answer,
  assetAnswer,
  type AnswerHeaders,
  fileAnswer,
  type Html,
  jsonAnswer,
  pageAnswer,
  problemAnswer,
  streamAnswer,
} from "./answer.ts";
export type { ApiAnswer, ApiOperation } from "./api-operation.ts";
export type { AuditRecordJson } from "./audit-json.ts";
export { answerOnce } from "./answer-once.ts";
export { answerStart, START_ANSWERS } from "./answer-run.ts";
export { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
export type { OfferedOperation } from "./offered-operation.ts";
export type { ServedWorkers } from "./list-workers.ts";
export { createHttpHandler, type HttpHandler } from "./create-http-handler.ts";
export { type DocsAssets, docsRoutes } from "./docs/docs-routes.ts";
export {
  type HealthCheck,
  type HealthReport,
  type HttpHandlerOptions,
  type NavigationLink,
  type ServedSettled,
} from "./http-handler-options.ts";
export {
  RUN_CAPABILITIES,
  type RunCapability,
  SHARE_VIEWS,
  VIEW_AUDIT,
  VIEW_RUN_DETAIL,
  VIEW_RUNS,
  VIEW_WORKERS,
} from "./capabilities.ts";
export type { ListedRunJson, ServedRunJson } from "./served-run-json.ts";
export { PROBLEM_CODES, type ProblemCode } from "./problem-copy.ts";
export type { ActorExchange, Exchange } from "./exchange.ts";
export { isPlainPath } from "./addresses.ts";
export { layout, type PageFrame } from "./pages/layout.ts";
export { linkToNext, withParameter } from "./next-page.ts";
export { asCursor, cursorParameter } from "./page-cursor.ts";
export { type Problem, type ProblemFault, problemOf, tooManyTries } from "./problem.ts";
export { problemOfStartRefusal } from "./problem-of-refusal.ts";
export {
  limitParameter,
  listParameter,
  momentParameter,
  NO_QUERY,
  wordsParameter,
} from "./query-parameter.ts";
export { STREAMED_EVENT, type StreamedEvent } from "./stream-frame.ts";
export { reachOf } from "./reach-of.ts";
export { readBody } from "./read-body.ts";
export { readJsonBody } from "./read-json-body.ts";
export { readQuery } from "./read-query.ts";
export { OWN_REQUEST_HEADER } from "./refuse-cross-site.ts";
export type { Route } from "./route.ts";
export { ROUTES as RUN_ROUTES } from "./routes.ts";
export type { DeliveryJson, DisclosedWebhookJson, WebhookJson } from "./webhooks/webhook-schema.ts";
export { VIEW_ROUTES } from "./views/view-routes.ts";
export type { SavedViewJson } from "./views/view-schema.ts";
export { WEBHOOK_ROUTES } from "./webhooks/webhook-routes.ts";
export { OPERATIONS_SCHEMA } from "./schemas/operation-schema.ts";
export { LOOKED_AT_RUN_SCHEMA } from "./schemas/look-schema.ts";
export { PROBLEM_SCHEMA } from "./schemas/problem-schema.ts";
export { RUN_EVENT_PAGE_SCHEMA, RUN_EVENT_SCHEMA } from "./schemas/run-event-schema.ts";
export {
  CANCELLED_RUN_SCHEMA,
  LISTED_RUN_SCHEMA,
  RUN_PAGE_SCHEMA,
  RUN_SCHEMA,
  STARTED_RUN_SCHEMA,
} from "./schemas/run-schema.ts";
export {
  INITIATOR_SCHEMA,
  JSON_OBJECT_SCHEMA,
  JSON_SCHEMA,
  MOMENT_SCHEMA,
  NEXT_SCHEMA,
  OUTCOME_SCHEMA,
  STATUS_SCHEMA,
} from "./schemas/value-schemas.ts";
