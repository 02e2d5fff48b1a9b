import type { ProblemCode } from "../http/problem-copy.ts";
import type { JsonValue } from "../run/json-value.ts";

/** One thing that is wrong: in the body by JSON Pointer, in the query by parameter. */
export interface ProblemFaultJson {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

/** A refusal or a fault as the API tells it, after RFC 9457. */
export interface ProblemJson {
  readonly type: string;
  /** A newer server may know more codes than this release. */
  readonly code: ProblemCode | (string & Record<never, never>);
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly next_actions: readonly string[];
  readonly errors?: readonly ProblemFaultJson[];
  readonly reason?: string;
  readonly instance?: string;
  readonly [member: string]: JsonValue | undefined | readonly ProblemFaultJson[];
}

/** The problem, if the value is one; members that are missing or of another kind read as empty. */
export function asProblem(value: unknown, status: number): ProblemJson | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Partial<ProblemJson>;
  if (typeof given.code !== "string" || typeof given.title !== "string") return null;
  return {
    ...given,
    type: textOf(given.type),
    code: given.code,
    status,
    title: given.title,
    detail: textOf(given.detail),
    next_actions: Array.isArray(given.next_actions) ? given.next_actions.filter(isText) : [],
  };
}

function textOf(value: unknown): string {
  return isText(value) ? value : "";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
