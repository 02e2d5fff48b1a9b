import { ACTION_PROBLEM_CODES, ACTION_PROBLEM_COPY } from "./problem-copy-of-actions.ts";
import type { ProblemCopy } from "./problem-wording.ts";

export const PROBLEM_CODES = [
  ...ACTION_PROBLEM_CODES,
  "not_found",
  "gone",
  "unknown_route",
  "method_not_allowed",
  "not_signed_in",
  "forbidden",
  "cross_site_request",
  "invalid_query",
  "body_not_json",
  "unsupported_media_type",
  "body_too_large",
  "invalid_body",
  "invalid_input",
  "input_too_large",
  "unknown_operation",
  "renamed_operation",
  "value_not_storable",
  "conflict",
  "write_conflict",
  "database_unavailable",
  "database_not_migrated",
  "engine_unavailable",
  "not_ready",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

const CORRECT = "Correct the request and send it again.";
const AGAIN = "Wait a moment, look at the current state, and try again.";

/** What each refusal says. Codes that the library shares take their words from its operator messages. */
export const PROBLEM_COPY: Readonly<Record<ProblemCode, ProblemCopy>> = {
  ...ACTION_PROBLEM_COPY,
  not_found: {
    status: 404,
    title: "There is nothing here",
    detail: "What was asked for does not exist, or it is not yours to see.",
    nextAction: "Check the address, and whether you are signed in as the right person.",
  },
  gone: {
    status: 410,
    title: "It was taken back",
    detail: "What was here stood once, and is not given out any more.",
    nextAction: "Ask whoever took it back for its successor.",
  },
  unknown_route: {
    status: 404,
    title: "There is no such address",
    detail: "This program answers nothing under that path.",
    nextAction: "Check the path.",
  },
  method_not_allowed: {
    status: 405,
    title: "This address does not take that method",
    detail: "The Allow header names the methods that it takes.",
    nextAction: "Send the request with one of the methods in the Allow header.",
  },
  not_signed_in: {
    status: 401,
    title: "You are not signed in",
    detail: "Nobody that is known here asked for this.",
    nextAction: "Sign in, or send valid credentials.",
  },
  forbidden: {
    status: 403,
    title: "You may not do this here",
    detail: "A capability is missing.",
    nextAction: "Ask an owner of the workspace to grant it.",
  },
  cross_site_request: {
    status: 403,
    title: "The request came from another site",
    detail: "A signed-in browser may start things only from this site's own pages.",
    nextAction: "Send it from this site, or with an API token in the Authorization header.",
  },
  invalid_query: {
    status: 400,
    title: "A parameter cannot be used",
    detail: "The query holds a parameter that is unknown or has a value that is not allowed.",
    nextAction: "Correct what is named and ask again.",
  },
  body_not_json: {
    status: 400,
    title: "The body is not JSON",
    detail: "The body could not be read as JSON in UTF-8.",
    nextAction: CORRECT,
  },
  unsupported_media_type: {
    status: 415,
    title: "The body has the wrong type",
    detail: "The body must be sent as application/json, without a content encoding.",
    nextAction: "Set Content-Type to application/json.",
  },
  body_too_large: {
    status: 413,
    title: "The body is too large",
    detail: "A body may have at most 1,048,576 bytes.",
    nextAction: "Send less, or name a file in its place.",
  },
  invalid_body: {
    status: 422,
    title: "The body has the wrong shape",
    detail:
      "The body is an object with the members environment_id and input; both may be left out.",
    nextAction: "Correct the members that `errors` names.",
  },
  invalid_input: {
    status: 422,
    title: "The input is not accepted",
    detail: "The operation refuses its input. Nothing was started.",
    nextAction: "Correct the places that `errors` names.",
  },
  input_too_large: {
    status: 413,
    title: "The input is too large",
    detail: "The input of an operation may have at most 262,144 bytes. Nothing was started.",
    nextAction: "Send less, or name a file in its place.",
  },
  unknown_operation: {
    status: 422,
    title: "There is no such operation",
    detail: "No operation of that type is known here. Nothing was started.",
    nextAction: "Use one of the types in `operation_types`.",
  },
  renamed_operation: {
    status: 422,
    title: "That is an old name of an operation",
    detail: "Only the canonical type starts an operation. Nothing was started.",
    nextAction: "Use the type in `canonical_type`.",
  },
  value_not_storable: {
    status: 422,
    title: "What was sent cannot be kept",
    detail: "It is too large, too deeply nested, or no plain JSON.",
    nextAction: CORRECT,
  },
  conflict: {
    status: 409,
    title: "That does not fit how things stand",
    detail: "What was asked for cannot be done with it as it is now. Nothing was done.",
    nextAction: AGAIN,
  },
  write_conflict: {
    status: 409,
    title: "Somebody else was faster",
    detail: "Nothing was written.",
    nextAction: AGAIN,
  },
  database_unavailable: {
    status: 503,
    title: "The database cannot be reached",
    detail: "Nothing was changed by this call as far as can be told.",
    nextAction: AGAIN,
    retryAfterS: 5,
  },
  database_not_migrated: {
    status: 503,
    title: "The database is not prepared for this program",
    detail: "Tables or columns that this release needs are missing.",
    nextAction: "Whoever runs this platform should run `settled migrate`.",
    retryAfterS: 30,
  },
  engine_unavailable: {
    status: 503,
    title: "The queue cannot be reached",
    detail: "The work could not be handed over.",
    nextAction: AGAIN,
    retryAfterS: 5,
  },
  not_ready: {
    status: 503,
    title: "This program is not ready",
    detail: "Something that it needs does not hold; `checks` says what.",
    nextAction: "Send requests to another process until this one is ready.",
    retryAfterS: 5,
  },
  internal: {
    status: 500,
    title: "Something went wrong inside",
    detail: "The program met a fault that it has no words for; the log holds the detail.",
    nextAction: "Try again. If it happens again, give the id of this request to support.",
  },
};
