import type { JsonObject } from "../run/json-value.ts";
import { PROBLEM_COPY, type ProblemCode } from "./problem-copy.ts";

/** One thing that is wrong: in the body by JSON Pointer, in the query by parameter. */
export type ProblemFault =
  | { readonly pointer: string; readonly detail: string }
  | { readonly parameter: string; readonly detail: string };

/** An expected refusal or a fault, in words for any reader. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly nextActions: readonly string[];
  readonly errors: readonly ProblemFault[];
  /** Further members, such as the capability that is missing. */
  readonly members: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

const FAULTS_MAX = 50;

export function problemOf(
  code: ProblemCode,
  changes: Partial<Omit<Problem, "code" | "status">> = {},
): Problem {
  const { status, title, detail, nextAction, retryAfterS } = PROBLEM_COPY[code];
  return {
    code,
    status,
    title,
    detail,
    nextActions: [nextAction],
    errors: [],
    members: {},
    headers: retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) },
    ...changes,
  };
}

/** The problem on the wire, after RFC 9457; `instance` is the id of the request that met it, but of a 404. */
export function asProblemJson(problem: Problem, requestId: string): JsonObject {
  const { code, title, status, detail, nextActions, errors, members } = problem;
  const own = {
    type: `urn:settled:problem:${code}`,
    title,
    status,
    detail,
    code,
    next_actions: nextActions,
    ...(errors.length === 0 ? {} : { errors: errors.slice(0, FAULTS_MAX) }),
  };
  return {
    ...own,
    ...members,
    ...own,
    // What is hidden and what is absent must read the same, byte for byte.
    ...(status === 404 ? {} : { instance: requestId }),
  };
}
