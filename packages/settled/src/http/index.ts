export {
  type Answer,
  type AnswerHeaders,
  fileAnswer,
  type Html,
  jsonAnswer,
  pageAnswer,
  problemAnswer,
  streamAnswer,
} from "./answer.ts";
export type { ApiAnswer, ApiOperation } from "./api-operation.ts";
export { answerOnce } from "./answer-once.ts";
export { answerStart } from "./answer-run.ts";
export { checkAccess, problemOfAccess, workspaceIdOf } from "./check-access.ts";
export { createHttpHandler, type HttpHandler } from "./create-http-handler.ts";
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
  VIEW_AUDIT,
  VIEW_RUN_DETAIL,
  VIEW_RUNS,
} from "./capabilities.ts";
export type { ListedRunJson, ServedRunJson } from "./served-run-json.ts";
export { PROBLEM_CODES, type ProblemCode } from "./problem-copy.ts";
export type { ActorExchange, Exchange } from "./exchange.ts";
export { isPlainPath } from "./addresses.ts";
export { layout, type PageFrame } from "./pages/layout.ts";
export { timeAgo, timeAt } from "./pages/time-words.ts";
export { linkToNext, withParameter } from "./next-page.ts";
export {
  asCursor,
  cursorParameter,
  ID_PARAMETER,
  limitParameter,
  listParameter,
  MOMENT_PARAMETER,
} from "./page-query.ts";
export { type Problem, type ProblemFault, problemOf } from "./problem.ts";
export { problemOfStartRefusal } from "./problem-of-refusal.ts";
export { readBodyBy, readQueryBy } from "./read-by-schema.ts";
export { readJsonBody } from "./read-json-body.ts";
export { reachOf } from "./reach-of.ts";
export type { Route } from "./route.ts";
