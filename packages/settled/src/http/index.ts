export { createHttpHandler, type HttpHandler } from "./create-http-handler.ts";
export {
  type HealthCheck,
  type HealthReport,
  type HttpHandlerOptions,
  type NavigationLink,
  type ServedSettled,
  VIEW_RUN_DETAIL,
  VIEW_RUNS,
} from "./http-handler-options.ts";
export type { ListedRunJson, ServedRunJson } from "./served-run-json.ts";
export { PROBLEM_CODES, type ProblemCode } from "./problem-copy.ts";
